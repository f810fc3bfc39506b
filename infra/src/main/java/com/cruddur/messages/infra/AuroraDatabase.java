package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.Settings;
import com.cruddur.messages.user.DatabaseRole;
import com.cruddur.messages.user.DatabaseUrl;
import java.util.List;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/// A users' database of our own, which nobody but the functions reaches. Whoever signs in proves by
/// IAM who he is: there is no password anywhere.
final class AuroraDatabase extends Construct implements UserDatabase {
  private final AuroraCluster cluster;

  AuroraDatabase(Construct scope, String id, Settings settings, Network network) {
    super(scope, id);
    var group =
        SecurityGroup.Builder.create(this, "Group")
            .vpc(network.vpc())
            .description("Database of the users")
            .allowAllOutbound(false)
            .build();
    network
        .functions()
        .getConnections()
        .allowTo(group, Port.tcp(AuroraCluster.PORT), "Database of the users");
    this.cluster = new AuroraCluster(this, "Aurora", settings, network, group);
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
    return url(AuroraCluster.MASTER);
  }

  PolicyStatement masterAccess() {
    return access(AuroraCluster.MASTER);
  }

  private String url(String user) {
    var caFile = DatabaseUrl.rdsCaFile(Stack.of(this).getRegion());
    return DatabaseUrl.iam(
        cluster.host(), AuroraCluster.PORT, AuroraCluster.DATABASE, user, caFile);
  }

  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html
  private PolicyStatement access(String user) {
    var arn =
        Stack.of(this)
            .formatArn(
                ArnComponents.builder()
                    .service("rds-db")
                    .resource("dbuser")
                    .resourceName(cluster.resourceId() + "/" + user)
                    .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                    .build());
    return PolicyStatement.Builder.create()
        .actions(List.of("rds-db:connect"))
        .resources(List.of(arn))
        .build();
  }
}
