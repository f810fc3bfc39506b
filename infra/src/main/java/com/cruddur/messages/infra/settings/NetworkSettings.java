package com.cruddur.messages.infra.settings;

import static com.cruddur.messages.infra.settings.Field.field;

import java.util.List;

/// The network of the functions that look users up.
///
/// @param existing the VPC that is there already; null to make one
public record NetworkSettings(Existing existing) {
  /// A VPC of another owner; nothing is looked up, so everything that is needed is said here.
  ///
  /// @param subnetIds one subnet in each of the availability zones, in their order
  /// @param routeTableIds the route tables of the subnets, in their order, which get a route to
  ///     DynamoDB that leads to our one table: whatever else is in those subnets reaches no other
  ///     any more. None when the subnets have a way to DynamoDB already, an endpoint or a NAT
  public record Existing(
      String vpcId,
      List<String> availabilityZones,
      List<String> subnetIds,
      List<String> routeTableIds) {
    public Existing {
      field("vpcId").required(vpcId, "the id of the VPC, vpc-…");
      field("vpcId").checkId(vpcId, "vpc");
      field("availabilityZones").required(availabilityZones, "the subnets' availability zones");
      field("availabilityZones")
          .check(
              availabilityZones.size() >= 2,
              "are too few; write two or more, as a database needs them");
      field("subnetIds").required(subnetIds, "a subnet for each availability zone");
      field("subnetIds").checkIds(subnetIds, "subnet");
      field("subnetIds")
          .check(
              subnetIds.size() == availabilityZones.size(),
              "are not one for each availability zone; write them in the order of the zones");
      field("routeTableIds").required(routeTableIds, "the subnets' route tables, or []");
      field("routeTableIds").checkIds(routeTableIds, "rtb");
      field("routeTableIds")
          .check(
              routeTableIds.isEmpty() || routeTableIds.size() == subnetIds.size(),
              "are not one for each subnet; write them in the order of the subnets, or [] when the "
                  + "VPC has an endpoint for DynamoDB");
      availabilityZones = List.copyOf(availabilityZones);
      subnetIds = List.copyOf(subnetIds);
      routeTableIds = List.copyOf(routeTableIds);
    }
  }
}
