package com.cruddur.messages.infra;

import com.cruddur.messages.infra.settings.DatabaseSettings;
import com.cruddur.messages.user.DatabaseRole;
import java.util.List;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SecurityGroupImportOptions;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/// A Postgres of another owner: its URL says who signs in, its schema is left as it is, and the
/// functions get a way to it.
final class ExistingDatabase extends Construct implements UserDatabase {
  private final String url;

  ExistingDatabase(
      Construct scope, String id, DatabaseSettings.Existing existing, Network network) {
    super(scope, id);
    this.url = existing.url();
    var port = Port.tcp(existing.port());
    if (existing.securityGroupId() == null) {
      network.functions().addEgressRule(Peer.anyIpv4(), port, "Database of the users");
    } else {
      var group =
          SecurityGroup.fromSecurityGroupId(
              this,
              "Group",
              existing.securityGroupId(),
              SecurityGroupImportOptions.builder().allowAllOutbound(true).build());
      network.functions().getConnections().allowTo(group, port, "Database of the users");
    }
  }

  @Override
  public String url(DatabaseRole role) {
    return url;
  }

  @Override
  public List<PolicyStatement> access(DatabaseRole role) {
    return List.of();
  }
}
