package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.Settings;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/// Where the records end up, whole, that the stream function could not handle.
///
/// They hold people's messages, so they do not stay for ever: three months are enough to notice an
/// alarm, mend what is wrong and put the records back.
final class FailureStore extends Construct {
  private static final Duration KEPT = Duration.days(90);

  private final Bucket bucket;

  FailureStore(Construct scope, String id, Settings settings) {
    super(scope, id);
    this.bucket =
        PrivateBucket.in(this, "Bucket")
            .lifecycleRules(
                List.of(
                    LifecycleRule.builder()
                        .expiration(KEPT)
                        .abortIncompleteMultipartUploadAfter(Duration.days(1))
                        .build()))
            .removalPolicy(settings.retainData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
            .build();
  }

  String bucketArn() {
    return bucket.getBucketArn();
  }

  String bucketName() {
    return bucket.getBucketName();
  }

  /// What puts a batch there, and no more.
  ///
  /// See <https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html>
  List<PolicyStatement> put() {
    return List.of(
        allow("s3:PutObject", bucket.arnForObjects("*")), allow("s3:ListBucket", bucketArn()));
  }

  private static PolicyStatement allow(String action, String arn) {
    return PolicyStatement.Builder.create()
        .actions(List.of(action))
        .resources(List.of(arn))
        .build();
  }
}
