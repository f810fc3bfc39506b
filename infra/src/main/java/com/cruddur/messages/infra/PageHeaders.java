package com.cruddur.messages.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.HeadersFrameOption;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersFrameOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.constructs.Construct;

/// What browsers are told to forbid the page.
final class PageHeaders {
  private static final Duration TWO_YEARS = Duration.days(730);

  private PageHeaders() {}

  static ResponseHeadersPolicy of(Construct scope, String id) {
    return ResponseHeadersPolicy.Builder.create(scope, id)
        .responseHeadersPolicyName(PageSite.nameInAccount(scope))
        .comment("Security headers of the message pages")
        .securityHeadersBehavior(
            ResponseSecurityHeadersBehavior.builder()
                .contentSecurityPolicy(
                    ResponseHeadersContentSecurityPolicy.builder()
                        .contentSecurityPolicy(contentSecurityPolicy(Stack.of(scope).getRegion()))
                        .override(true)
                        .build())
                .contentTypeOptions(
                    ResponseHeadersContentTypeOptions.builder().override(true).build())
                .frameOptions(
                    ResponseHeadersFrameOptions.builder()
                        .frameOption(HeadersFrameOption.DENY)
                        .override(true)
                        .build())
                .referrerPolicy(
                    ResponseHeadersReferrerPolicy.builder()
                        .referrerPolicy(HeadersReferrerPolicy.NO_REFERRER)
                        .override(true)
                        .build())
                .strictTransportSecurity(
                    ResponseHeadersStrictTransportSecurity.builder()
                        .accessControlMaxAge(TWO_YEARS)
                        .includeSubdomains(false)
                        .override(true)
                        .build())
                .build())
        .customHeadersBehavior(
            ResponseCustomHeadersBehavior.builder()
                .customHeaders(
                    List.of(
                        ResponseCustomHeader.builder()
                            .header("permissions-policy")
                            .value("camera=(), geolocation=(), microphone=(), payment=()")
                            .override(true)
                            .build()))
                .build())
        .build();
  }

  // The API and the sign-in are made after the page, whose address they have to know: of their own
  // addresses only the last part is known here.
  private static String contentSecurityPolicy(String region) {
    var hosts =
        "https://*.execute-api.%1$s.amazonaws.com https://cognito-idp.%1$s.amazonaws.com https://*.auth.%1$s.amazoncognito.com"
            .formatted(region);
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        + " font-src 'self'; manifest-src 'self'; connect-src 'self' "
        + hosts
        + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }
}
