package com.cruddur.messages.local.signin;

/// Somebody who can sign in.
///
/// @param cognitoUserId the subject of the tokens
record Account(String cognitoUserId, String handle, String displayName) {}
