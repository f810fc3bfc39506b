package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.PageSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.ErrorResponse;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.S3OriginAccessControl;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOriginWithOACProps;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/// The files of the page in a private bucket, and CloudFront before it, which alone may read them
/// (origin access control).
///
/// See
// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html>
final class PageSite extends Construct {
  private final Bucket bucket;
  private final Distribution distribution;
  private final String host;

  PageSite(Construct scope, String id, PageSettings settings) {
    super(scope, id);
    this.bucket =
        PrivateBucket.in(this, "Bucket")
            // Nothing in it that is not in the repository.
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    var builder =
        Distribution.Builder.create(this, "Distribution")
            .comment("The message pages")
            .defaultRootObject("index.html")
            .defaultBehavior(
                BehaviorOptions.builder()
                    .origin(
                        S3BucketOrigin.withOriginAccessControl(
                            bucket,
                            S3BucketOriginWithOACProps.builder()
                                .originAccessControl(accessControl())
                                .build()))
                    .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                    .responseHeadersPolicy(PageHeaders.of(this, "Headers"))
                    .functionAssociations(
                        List.of(
                            FunctionAssociation.builder()
                                .eventType(FunctionEventType.VIEWER_REQUEST)
                                .function(routes())
                                .build()))
                    .build())
            // S3 says of a file that is not there that it may not be read.
            .errorResponses(
                List.of(
                    ErrorResponse.builder()
                        .httpStatus(403)
                        .responseHttpStatus(404)
                        .responsePagePath("/index.html")
                        .build()))
            .httpVersion(HttpVersion.HTTP2_AND_3)
            .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021);
    var domain = settings.domain();
    if (domain != null) {
      var certificate =
          Certificate.fromCertificateArn(this, "Certificate", domain.certificateArn());
      builder.domainNames(List.of(domain.name())).certificate(certificate);
    }
    this.distribution = builder.build();
    this.host = domain == null ? distribution.getDistributionDomainName() : domain.name();
  }

  Bucket bucket() {
    return bucket;
  }

  Distribution distribution() {
    return distribution;
  }

  /// As browsers name it.
  String origin() {
    return "https://" + host;
  }

  // CloudFront is everywhere: a stage of the same name may be in another region of the account.
  static String nameInAccount(Construct scope) {
    var stack = Stack.of(scope);
    return stack.getStackName() + "-" + stack.getRegion();
  }

  private S3OriginAccessControl accessControl() {
    return S3OriginAccessControl.Builder.create(this, "AccessControl")
        .originAccessControlName(nameInAccount(this))
        .build();
  }

  private Function routes() {
    return Function.Builder.create(this, "Routes")
        .comment("The page makes sense of its routes itself")
        .runtime(FunctionRuntime.JS_2_0)
        .code(FunctionCode.fromInline(source()))
        .build();
  }

  private static String source() {
    try (var in = PageSite.class.getResourceAsStream("page-routes.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
