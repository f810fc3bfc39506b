package com.cruddur.messages.cli.db;

import java.util.UUID;

/// A row of `public.users`, as far as it says who somebody is.
///
/// @param cognitoUserId a `sub`, or what was written before sign-in existed
record UserRow(UUID uuid, String handle, String cognitoUserId) {}
