package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.NetworkSettings;
import java.util.List;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.constructs.Construct;

/// Where the users' database lies and the functions that ask it run: subnets with no way out but an
/// endpoint for DynamoDB, which lets through what those functions do to the one table.
final class Network extends Construct {
  private final IVpc vpc;
  private final SecurityGroup functions;

  Network(Construct scope, String id, NetworkSettings settings, TableAccess table) {
    super(scope, id);
    var existing = settings.existing();
    this.vpc = existing == null ? create() : use(existing);
    if (existing == null || !existing.routeTableIds().isEmpty()) {
      new DynamoDbEndpoint(this, "DynamoDb", this, table);
    }
    this.functions =
        SecurityGroup.Builder.create(this, "Functions")
            .vpc(vpc)
            .description("The functions that look users up")
            .allowAllOutbound(false)
            .build();
    // The addresses of DynamoDB are a prefix list whose id differs by region.
    functions.addEgressRule(Peer.anyIpv4(), Port.HTTPS, "DynamoDB, through its endpoint");
  }

  IVpc vpc() {
    return vpc;
  }

  SubnetSelection subnets() {
    return SubnetSelection.builder().subnetType(SubnetType.PRIVATE_ISOLATED).build();
  }

  /// The group of the functions.
  SecurityGroup functions() {
    return functions;
  }

  private Vpc create() {
    return Vpc.Builder.create(this, "Vpc")
        .maxAzs(2)
        .natGateways(0)
        .createInternetGateway(false)
        .subnetConfiguration(
            List.of(
                SubnetConfiguration.builder()
                    .name("Isolated")
                    .subnetType(SubnetType.PRIVATE_ISOLATED)
                    .cidrMask(24)
                    .build()))
        // Emptying the default group takes a function of the library with rights on every group;
        // nothing here is in that group.
        .restrictDefaultSecurityGroup(false)
        .build();
  }

  private IVpc use(NetworkSettings.Existing existing) {
    var attributes =
        VpcAttributes.builder()
            .vpcId(existing.vpcId())
            .availabilityZones(existing.availabilityZones())
            .isolatedSubnetIds(existing.subnetIds());
    if (!existing.routeTableIds().isEmpty()) {
      attributes.isolatedSubnetRouteTableIds(existing.routeTableIds());
    }
    var used = Vpc.fromVpcAttributes(this, "Existing", attributes.build());
    Annotations.of(used)
        .acknowledgeWarning(
            "@aws-cdk/aws-ec2:noSubnetRouteTableId", "Only the endpoint asks for route tables.");
    return used;
  }
}
