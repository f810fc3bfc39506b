package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.DatabaseSettings;
import com.cruddur.messages.infra.settings.Settings;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.rds.AuroraPostgresEngineVersion;
import software.amazon.awscdk.services.rds.CfnDBCluster;
import software.amazon.awscdk.services.rds.CfnDBCluster.ServerlessV2ScalingConfigurationProperty;
import software.amazon.awscdk.services.rds.CfnDBInstance;
import software.amazon.awscdk.services.rds.CfnDBSubnetGroup;
import software.constructs.Construct;

/// Aurora PostgreSQL Serverless v2 with one instance, which sleeps when nobody asks if its least
/// capacity is 0. The master user signs in by IAM like everybody else.
///
/// Of the resources themselves, because the library's cluster always makes a secret.
final class AuroraCluster extends Construct {
  static final int PORT = 5432;
  static final String DATABASE = "cruddur";
  static final String MASTER = "cruddur_owner";

  private static final String ENGINE = "aurora-postgresql";
  private static final int BACKUP_DAYS = 7;
  private static final int SECONDS_UNTIL_SLEEP = 600;

  private final CfnDBCluster cluster;

  AuroraCluster(
      Construct scope, String id, Settings settings, Network network, SecurityGroup group) {
    super(scope, id);
    var removal = settings.retainData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    var subnets =
        CfnDBSubnetGroup.Builder.create(this, "Subnets")
            .dbSubnetGroupDescription("Of the users' database")
            .subnetIds(network.vpc().selectSubnets(network.subnets()).getSubnetIds())
            .build();
    this.cluster =
        CfnDBCluster.Builder.create(this, "Cluster")
            .engine(ENGINE)
            .engineVersion(AuroraPostgresEngineVersion.VER_17_9.getAuroraPostgresFullVersion())
            .databaseName(DATABASE)
            .port(PORT)
            .masterUsername(MASTER)
            .masterUserAuthenticationType("iam-db-auth")
            .enableIamDatabaseAuthentication(true)
            .serverlessV2ScalingConfiguration(capacity(settings.database()))
            .dbSubnetGroupName(subnets.getRef())
            .vpcSecurityGroupIds(List.of(group.getSecurityGroupId()))
            .storageEncrypted(true)
            .backupRetentionPeriod(BACKUP_DAYS)
            .copyTagsToSnapshot(true)
            .deletionProtection(settings.retainData())
            .build();
    cluster.applyRemovalPolicy(removal);
    CfnDBInstance.Builder.create(this, "Writer")
        .dbClusterIdentifier(cluster.getRef())
        .engine(ENGINE)
        .dbInstanceClass("db.serverless")
        .publiclyAccessible(false)
        .build()
        .applyRemovalPolicy(removal);
  }

  String host() {
    return cluster.getAttrEndpointAddress();
  }

  /// What names it in IAM policies.
  String resourceId() {
    return cluster.getAttrDbClusterResourceId();
  }

  private static ServerlessV2ScalingConfigurationProperty capacity(DatabaseSettings database) {
    var range =
        ServerlessV2ScalingConfigurationProperty.builder()
            .minCapacity(database.minCapacity())
            .maxCapacity(database.maxCapacity());
    // Aurora refuses it where the database never sleeps.
    return database.minCapacity() == 0
        ? range.secondsUntilAutoPause(SECONDS_UNTIL_SLEEP).build()
        : range.build();
  }
}
