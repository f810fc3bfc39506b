package com.cruddur.messages.template;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Synthesis.class)
class PageTest {
  private static final String DISTRIBUTION =
      "arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${PageSite/Distribution}";

  private final Apps apps;

  PageTest(Apps apps) {
    this.apps = apps;
  }

  @Test
  void filesAreReadByOurCloudFrontAndByNobodyElse() {
    assertThatJson(page().properties("PageSite/Bucket").get("PublicAccessBlockConfiguration"))
        .isEqualTo(
            """
            {
              "BlockPublicAcls": true,
              "BlockPublicPolicy": true,
              "IgnorePublicAcls": true,
              "RestrictPublicBuckets": true
            }
            """);
    assertThatJson(page().properties("PageSite/Bucket/Policy").at("/PolicyDocument/Statement"))
        .isEqualTo(
            """
            [
              {
                "Action": "s3:*",
                "Effect": "Deny",
                "Principal": {"AWS": "*"},
                "Condition": {"Bool": {"aws:SecureTransport": "false"}},
                "Resource": ["${PageSite/Bucket.Arn}", "${PageSite/Bucket.Arn}/*"]
              },
              {
                "Action": "s3:GetObject",
                "Effect": "Allow",
                "Principal": {"Service": "cloudfront.amazonaws.com"},
                "Condition": {"StringEquals": {"AWS:SourceArn": "%s"}},
                "Resource": "${PageSite/Bucket.Arn}/*"
              }
            ]
            """
                .formatted(DISTRIBUTION));
    assertThatJson(page().properties("PageSite/AccessControl").get("OriginAccessControlConfig"))
        .isObject()
        .containsEntry("SigningBehavior", "always")
        .containsEntry("SigningProtocol", "sigv4");
    assertThat(config().at("/Origins/0/OriginAccessControlId").textValue())
        .isEqualTo("${PageSite/AccessControl.Id}");
  }

  @Test
  void pageIsServedOverHttpsOnly() {
    assertThat(config().at("/DefaultCacheBehavior/ViewerProtocolPolicy").textValue())
        .isEqualTo("redirect-to-https");
    assertThat(config().at("/DefaultCacheBehavior/Compress").booleanValue()).isTrue();
    assertThat(config().get("HttpVersion").textValue()).isEqualTo("http2and3");
    assertThat(headers().at("/SecurityHeadersConfig/StrictTransportSecurity"))
        .hasToString(
            "{\"AccessControlMaxAgeSec\":63072000,\"IncludeSubdomains\":false,\"Override\":true}");
  }

  @Test
  void nothingInAMessageCanBecomeAScriptAndCallsGoToApiAndSignInOnly() {
    assertThat(
            headers()
                .at("/SecurityHeadersConfig/ContentSecurityPolicy/ContentSecurityPolicy")
                .textValue())
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " font-src 'self'; manifest-src 'self'; connect-src 'self'"
                + " https://*.execute-api.${AWS::Region}.amazonaws.com"
                + " https://cognito-idp.${AWS::Region}.amazonaws.com"
                + " https://*.auth.${AWS::Region}.amazoncognito.com;"
                + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    var security = headers().get("SecurityHeadersConfig");
    assertThat(security.at("/FrameOptions/FrameOption").textValue()).isEqualTo("DENY");
    assertThat(security.at("/ReferrerPolicy/ReferrerPolicy").textValue()).isEqualTo("no-referrer");
    assertThat(security.has("ContentTypeOptions")).isTrue();
    assertThat(config().at("/DefaultCacheBehavior/ResponseHeadersPolicyId").textValue())
        .isEqualTo("${PageSite/Headers}");
  }

  @ParameterizedTest
  @CsvSource({
    "/messages, /index.html",
    "/messages/, /index.html",
    "/messages/5ae290ed-55d1-47a0-bc6d-fe2bc2700399, /index.html",
    "/messages/new/first.last, /index.html",
    "/, /",
    "/config.json, /config.json",
    "/assets/index-1a2b.js, /assets/index-1a2b.js",
    "/messagesx, /messagesx"
  })
  void routesOfThePageAreThePage(String asked, String file) throws Exception {
    var source = page().properties("PageSite/Routes").get("FunctionCode").textValue();
    assertThat(evaluate(source + "handler({request: {uri: '%s'}}).uri".formatted(asked)))
        .isEqualTo(file);
    var association = config().at("/DefaultCacheBehavior/FunctionAssociations/0");
    assertThat(association.get("EventType").textValue()).isEqualTo("viewer-request");
    assertThat(association.get("FunctionARN").textValue())
        .isEqualTo("${PageSite/Routes.FunctionARN}");
  }

  private static String evaluate(String script) throws IOException, InterruptedException {
    var process = new ProcessBuilder("node", "-p", script).redirectErrorStream(true).start();
    try (var said = process.inputReader()) {
      var text = said.readLine();
      process.waitFor();
      return text;
    }
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(config().get("DefaultRootObject").textValue()).isEqualTo("index.html");
    assertThatJson(config().get("CustomErrorResponses"))
        .isEqualTo(
            """
            [{"ErrorCode": 403, "ResponseCode": 404, "ResponsePagePath": "/index.html"}]
            """);
  }

  @Test
  void newAssetsAreThereBeforeWhatLeadsToThemAndOldOnesStay() {
    var assets = files().properties("Assets/CustomResource");
    assertThat(assets.get("Exclude")).hasToString("[\"*\"]");
    assertThat(assets.get("Include")).hasToString("[\"assets/*\"]");
    assertThat(assets.get("SystemMetadata"))
        .hasToString("{\"cache-control\":\"public, max-age=31536000, immutable\"}");
    var entry = files().resource("Entry/CustomResource");
    assertThat(entry.at("/Properties/Exclude")).hasToString("[\"assets/*\"]");
    assertThat(entry.at("/Properties/SystemMetadata"))
        .hasToString("{\"cache-control\":\"no-cache\"}");
    assertThat(entry.at("/Properties/DistributionPaths")).hasToString("[\"/*\"]");
    assertThat(entry.get("DependsOn").toString()).contains("Assets/CustomResource");
    for (var upload : List.of(assets, entry.get("Properties"))) {
      assertThat(upload.get("Prune").booleanValue()).isFalse();
      assertThat(upload.get("DestinationBucketName").textValue()).isEqualTo("${PageSite/Bucket}");
    }
  }

  @Test
  void configSaysWhereToSignInAndWhereTheApiIs() {
    var markers = files().properties("Entry/CustomResource").at("/SourceMarkers/1");
    assertThat(markers.valueStream().map(JsonNode::textValue))
        .containsExactlyInAnyOrder(
            "\"https://cognito-idp.${AWS::Region}.${AWS::URLSuffix}/${SignIn/Pool}\"",
            "\"${SignIn/Pool/Web}\"",
            "\"${MessagingApi/Api.ApiEndpoint}\"");
  }

  @Test
  void whatUploadsWritesToTheBucketOfThePageOnly() {
    var policies = files().ofType("AWS::IAM::Policy").values();
    assertThat(policies).hasSize(1);
    var writable = new TreeSet<String>();
    for (var statement : policies.iterator().next().at("/Properties/PolicyDocument/Statement")) {
      if (statement.get("Action").toString().matches(".*s3:(Put|Delete).*")) {
        statement.get("Resource").forEach(resource -> writable.add(resource.textValue()));
      }
    }
    assertThat(writable).containsExactly("${PageSite/Bucket.Arn}", "${PageSite/Bucket.Arn}/*");
  }

  @Test
  void pageCanHaveADomainOfItsOwn() {
    var certificate =
        "arn:aws:acm:us-east-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef";
    var variant =
        Variant.of(
            apps,
            "{\"page\": {\"domain\": {\"name\": \"dm.example.com\", \"certificateArn\": \"%s\"}}}"
                .formatted(certificate));
    var config =
        variant
            .template(SynthesizedApp.PAGE)
            .properties("PageSite/Distribution")
            .get("DistributionConfig");
    assertThatJson(config.get("Aliases")).isEqualTo("[\"dm.example.com\"]");
    assertThat(config.at("/ViewerCertificate/AcmCertificateArn").textValue())
        .isEqualTo(certificate);
    assertThat(config.at("/ViewerCertificate/MinimumProtocolVersion").textValue())
        .isEqualTo("TLSv1.2_2021");
    assertThat(variant.template(SynthesizedApp.PAGE).outputs())
        .containsEntry("PageUrl", "https://dm.example.com/");
    assertThat(
            variant
                .template(SynthesizedApp.SIGN_IN)
                .properties("SignIn/Pool/Web")
                .get("CallbackURLs"))
        .hasToString("[\"http://localhost:3000/\",\"https://dm.example.com/\"]");
    assertThat(variant.missing()).isEmpty();
    assertThat(variant.added()).isEmpty();
  }

  @Test
  void whereAFrontEndIsThereAlreadyNoPageIsMade() {
    var variant = new Variant(apps.dev(), apps.dev(stage -> stage.remove("page")));
    assertThat(variant.added()).isEmpty();
    assertThat(variant.missing()).contains("PageSite/Distribution", "Entry/CustomResource");
    assertThat(
            variant
                .template(SynthesizedApp.MESSAGING)
                .properties("MessagingApi/Api")
                .at("/CorsConfiguration/AllowOrigins"))
        .hasToString("[\"http://localhost:3000\"]");
  }

  private ReadableTemplate page() {
    return ReadableTemplate.of(apps.dev(), SynthesizedApp.PAGE);
  }

  private ReadableTemplate files() {
    return ReadableTemplate.of(apps.dev(), SynthesizedApp.PAGE_FILES);
  }

  private JsonNode config() {
    return page().properties("PageSite/Distribution").get("DistributionConfig");
  }

  private JsonNode headers() {
    return page().properties("PageSite/Headers").get("ResponseHeadersPolicyConfig");
  }
}
