package com.cruddur.messages.infra;

import java.util.List;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpoint;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/// The way out of a network to DynamoDB, and there to what the functions in it do to our one table.
final class DynamoDbEndpoint extends Construct {
  DynamoDbEndpoint(Construct scope, String id, Network network, TableAccess table) {
    super(scope, id);
    var endpoint =
        GatewayVpcEndpoint.Builder.create(this, "Endpoint")
            .vpc(network.vpc())
            .service(GatewayVpcEndpointAwsService.DYNAMODB)
            .subnets(List.of(network.subnets()))
            .build();
    endpoint.addToPolicy(
        allow(
            List.of(TableAccess.GET_ITEM, TableAccess.PUT_ITEM, TableAccess.QUERY),
            table.tableArn()));
    endpoint.addToPolicy(allow(List.of(TableAccess.QUERY), table.indexArn()));
  }

  // Whoever comes this way; what he may do is for his own role to say.
  private static PolicyStatement allow(List<String> actions, String arn) {
    return PolicyStatement.Builder.create()
        .principals(List.of(new AnyPrincipal()))
        .actions(actions)
        .resources(List.of(arn))
        .build();
  }
}
