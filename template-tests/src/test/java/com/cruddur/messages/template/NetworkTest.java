package com.cruddur.messages.template;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.cruddur.messages.template.Synthesis.Apps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Synthesis.class)
class NetworkTest {
  private final ReadableTemplate data;

  NetworkTest(Apps apps) {
    this.data = ReadableTemplate.of(apps.dev(), SynthesizedApp.DATA);
  }

  @Test
  void nothingLeadsToTheInternetOrIn() {
    assertThat(data.resources().values())
        .extracting(resource -> resource.get("Type").textValue())
        .filteredOn(type -> type.startsWith("AWS::EC2::"))
        .containsOnly(
            "AWS::EC2::VPC",
            "AWS::EC2::Subnet",
            "AWS::EC2::RouteTable",
            "AWS::EC2::SubnetRouteTableAssociation",
            "AWS::EC2::VPCEndpoint",
            "AWS::EC2::SecurityGroup",
            "AWS::EC2::SecurityGroupEgress",
            "AWS::EC2::SecurityGroupIngress");
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 10.0.0.0/24", "2, 1, 10.0.1.0/24"})
  void subnetsLieInTwoZonesAndGiveNoPublicAddress(int number, int zone, String addresses) {
    var subnet = "Network/Vpc/IsolatedSubnet" + number;
    assertThatJson(data.untagged(subnet + "/Subnet"))
        .isEqualTo(
            """
            {
              "VpcId": "${Network/Vpc}",
              "AvailabilityZone": "${AvailabilityZones}[%d]",
              "CidrBlock": "%s",
              "MapPublicIpOnLaunch": false
            }
            """
                .formatted(zone, addresses));
    assertThatJson(data.properties(subnet + "/RouteTableAssociation"))
        .isEqualTo(
            """
            {"RouteTableId": "${%1$s/RouteTable}", "SubnetId": "${%1$s/Subnet}"}
            """
                .formatted(subnet));
  }

  @Test
  void endpointLetsThroughWhatTheFunctionsInTheNetworkDoToTheOneTable() {
    assertThatJson(data.untagged("Network/DynamoDb/Endpoint"))
        .isEqualTo(
            """
            {
              "VpcId": "${Network/Vpc}",
              "VpcEndpointType": "Gateway",
              "ServiceName": "com.amazonaws.${AWS::Region}.dynamodb",
              "RouteTableIds": [
                "${Network/Vpc/IsolatedSubnet1/RouteTable}",
                "${Network/Vpc/IsolatedSubnet2/RouteTable}"
              ],
              "PolicyDocument": {
                "Version": "2012-10-17",
                "Statement": [
                  {
                    "Effect": "Allow",
                    "Principal": {"AWS": "*"},
                    "Action": ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
                    "Resource": "${MessagesTable/Table.Arn}"
                  },
                  {
                    "Effect": "Allow",
                    "Principal": {"AWS": "*"},
                    "Action": "dynamodb:Query",
                    "Resource": "${MessagesTable/Table.Arn}/index/message-group-sk-index"
                  }
                ]
              }
            }
            """);
  }

  @Test
  void functionsReachTheEndpointAndTheDatabaseAndNothingReachesThem() {
    assertThatJson(data.untagged("Network/Functions"))
        .isEqualTo(
            """
            {
              "VpcId": "${Network/Vpc}",
              "GroupDescription": "The functions that look users up",
              "SecurityGroupEgress": [
                {
                  "CidrIp": "0.0.0.0/0",
                  "IpProtocol": "tcp",
                  "FromPort": 443,
                  "ToPort": 443,
                  "Description": "DynamoDB, through its endpoint"
                }
              ]
            }
            """);
    assertThat(data.ofType("AWS::EC2::SecurityGroupEgress").values())
        .singleElement()
        .satisfies(
            rule ->
                assertThatJson(rule.get("Properties"))
                    .isEqualTo(
                        """
                        {
                          "GroupId": "${Network/Functions.GroupId}",
                          "DestinationSecurityGroupId": "${UserDatabase/Group.GroupId}",
                          "IpProtocol": "tcp",
                          "FromPort": 5432,
                          "ToPort": 5432,
                          "Description": "Database of the users"
                        }
                        """));
  }

  @Test
  void databaseIsReachedByTheFunctionsOnlyAndReachesNothing() {
    assertThat(data.ofType("AWS::EC2::SecurityGroupIngress").values())
        .singleElement()
        .satisfies(
            rule ->
                assertThatJson(rule.get("Properties"))
                    .isEqualTo(
                        """
                        {
                          "GroupId": "${UserDatabase/Group.GroupId}",
                          "SourceSecurityGroupId": "${Network/Functions.GroupId}",
                          "IpProtocol": "tcp",
                          "FromPort": 5432,
                          "ToPort": 5432,
                          "Description": "Database of the users"
                        }
                        """));
    // A rule that matches nothing stands for none, which CloudFormation would make "to anywhere".
    assertThatJson(data.untagged("UserDatabase/Group"))
        .isEqualTo(
            """
            {
              "VpcId": "${Network/Vpc}",
              "GroupDescription": "Database of the users",
              "SecurityGroupEgress": [
                {
                  "CidrIp": "255.255.255.255/32",
                  "IpProtocol": "icmp",
                  "FromPort": 252,
                  "ToPort": 86,
                  "Description": "Disallow all traffic"
                }
              ]
            }
            """);
  }
}
