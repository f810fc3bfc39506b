package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.FunctionSettings.Processor;
import com.cruddur.messages.infra.settings.Settings;
import java.util.List;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionProps;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.SystemLogLevel;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;

/// A function of ours: its runtime, its log and its own role with nothing in it that it does not
/// need.
///
/// It stands directly in its stack under the name of its [Job], and that is its logical id, so that
/// `sam local invoke` finds it by that name.
final class LambdaFunction extends Function {
  // Processor time is bought by memory, 1,769 MB for a whole processor. A request that meets a new
  // environment spends it on TLS and on classes that are used for the first time.
  private static final int MEMORY_MB = 1024;

  LambdaFunction(Stack stack, Settings settings, FunctionCode code, Job job, boolean snapStart) {
    var log =
        LogGroup.Builder.create(stack, job.id() + "Log")
            .retention(settings.functions().logRetention())
            .removalPolicy(settings.retainData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
            .build();
    var role = FunctionRole.of(stack, job, log);
    var props =
        FunctionProps.builder()
            .description(job.description())
            .architecture(architecture(settings.functions().architecture()))
            .memorySize(MEMORY_MB)
            .timeout(job.timeout())
            .environment(job.environment())
            .role(role)
            .logGroup(log)
            .loggingFormat(LoggingFormat.JSON)
            .applicationLogLevelV2(ApplicationLogLevel.INFO)
            // Start, end and report of every call: what they say is in the metrics and the traces.
            .systemLogLevelV2(SystemLogLevel.WARN)
            .tracing(Tracing.ACTIVE);
    code.describe(job, props);
    if (snapStart && code.hasSnapshots()) {
      props.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
    }
    job.network()
        .ifPresent(
            network ->
                props
                    .vpc(network.vpc())
                    .vpcSubnets(network.subnets())
                    .securityGroups(List.of(network.functions())));
    super(stack, job.id(), props.build());
    ((CfnFunction) getNode().getDefaultChild()).overrideLogicalId(job.id());
    Annotations.of(this)
        .acknowledgeWarning(
            "@aws-cdk/aws-lambda:snapStartRequirePublish", "A LiveAlias publishes the version.");
  }

  private static Architecture architecture(Processor processor) {
    return switch (processor) {
      case arm64 -> Architecture.ARM_64;
      case x86_64 -> Architecture.X86_64;
    };
  }
}
