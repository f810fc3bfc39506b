package com.cruddur.messages.infra;

import com.cruddur.messages.user.DatabaseRole;
import java.util.List;
import software.amazon.awscdk.services.iam.PolicyStatement;

/// The Postgres that says who the users are.
interface UserDatabase {
  /// The value of `DATABASE_URL` for a function with this role.
  String url(DatabaseRole role);

  /// What a function must be allowed to sign in with this role.
  List<PolicyStatement> access(DatabaseRole role);
}
