package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.Settings;
import com.cruddur.messages.user.DatabaseRole;
import com.cruddur.messages.user.DatabaseUrl;
import java.util.List;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.rds.AuroraPostgresEngineVersion;
import software.amazon.awscdk.services.rds.CfnDBCluster;
import software.amazon.awscdk.services.rds.CfnDBInstance;
import software.amazon.awscdk.services.rds.CfnDBSubnetGroup;
import software.constructs.Construct;

/// Aurora PostgreSQL Serverless v2, which sleeps when nobody asks if its least capacity is 0. Who
/// signs in proves who he is by IAM, the master user too: there is no password anywhere.
///
/// Of the resources themselves, because the library's cluster always makes a secret.
final class AuroraDatabase extends Construct implements UserDatabase {
  private static final String ENGINE = "aurora-postgresql";
  private static final String DATABASE = "cruddur";
  private static final String MASTER = "cruddur_owner";
  private static final int PORT = 5432;
  private static final int BACKUP_DAYS = 7;
  private static final int SECONDS_UNTIL_SLEEP = 600;

  private final CfnDBCluster cluster;

  AuroraDatabase(Construct scope, String id, Settings settings, Network network) {
    super(scope, id);
    var group =
        SecurityGroup.Builder.create(this, "Group")
            .vpc(network.vpc())
            .description("Database of the users")
            .allowAllOutbound(false)
            .build();
    network.functions().getConnections().allowTo(group, Port.tcp(PORT), "Database of the users");
    this.cluster = cluster(settings, network, group);
    CfnDBInstance.Builder.create(this, "Writer")
        .dbClusterIdentifier(cluster.getRef())
        .engine(ENGINE)
        .dbInstanceClass("db.serverless")
        .publiclyAccessible(false)
        .build()
        .applyRemovalPolicy(removal(settings));
  }

  private CfnDBCluster cluster(Settings settings, Network network, SecurityGroup group) {
    var subnets =
        CfnDBSubnetGroup.Builder.create(this, "Subnets")
            .dbSubnetGroupDescription("Of the users' database")
            .subnetIds(network.vpc().selectSubnets(network.subnets()).getSubnetIds())
            .build();
    var made =
        CfnDBCluster.Builder.create(this, "Cluster")
            .engine(ENGINE)
            .engineVersion(AuroraPostgresEngineVersion.VER_17_9.getAuroraPostgresFullVersion())
            .databaseName(DATABASE)
            .port(PORT)
            .masterUsername(MASTER)
            .masterUserAuthenticationType("iam-db-auth")
            .enableIamDatabaseAuthentication(true)
            .serverlessV2ScalingConfiguration(capacity(settings))
            .dbSubnetGroupName(subnets.getRef())
            .vpcSecurityGroupIds(List.of(group.getSecurityGroupId()))
            .storageEncrypted(true)
            .backupRetentionPeriod(BACKUP_DAYS)
            .copyTagsToSnapshot(true)
            .deletionProtection(settings.retainData())
            .build();
    made.applyRemovalPolicy(removal(settings));
    return made;
  }

  private static CfnDBCluster.ServerlessV2ScalingConfigurationProperty capacity(Settings settings) {
    var range =
        CfnDBCluster.ServerlessV2ScalingConfigurationProperty.builder()
            .minCapacity(settings.database().minCapacity())
            .maxCapacity(settings.database().maxCapacity());
    // Aurora refuses it where the database never sleeps.
    return settings.database().minCapacity() == 0
        ? range.secondsUntilAutoPause(SECONDS_UNTIL_SLEEP).build()
        : range.build();
  }

  private static RemovalPolicy removal(Settings settings) {
    return settings.retainData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
  }

  @Override
  public String url(DatabaseRole role) {
    return url(role.role());
  }

  @Override
  public List<PolicyStatement> access(DatabaseRole role) {
    return List.of(access(role.role()));
  }

  /// The URL of the user who owns the database.
  String masterUrl() {
    return url(MASTER);
  }

  PolicyStatement masterAccess() {
    return access(MASTER);
  }

  private String url(String user) {
    var caFile = DatabaseUrl.rdsCaFile(Stack.of(this).getRegion());
    return DatabaseUrl.iam(cluster.getAttrEndpointAddress(), PORT, DATABASE, user, caFile);
  }

  /// A statement of this user, in this database:
  /// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html>
  private PolicyStatement access(String user) {
    var arn =
        Stack.of(this)
            .formatArn(
                ArnComponents.builder()
                    .service("rds-db")
                    .resource("dbuser")
                    .resourceName(cluster.getAttrDbClusterResourceId() + "/" + user)
                    .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                    .build());
    return PolicyStatement.Builder.create()
        .actions(List.of("rds-db:connect"))
        .resources(List.of(arn))
        .build();
  }
}
