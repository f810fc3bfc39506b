/// Sign-in on this machine, in the place of Cognito's user pool: real OpenID Connect (discovery,
/// keys, code flow with PKCE, refresh) by mock-oauth2-server, mounted under `/sign-in`, with a login
/// page that knows the users in Postgres and takes no password.
package com.cruddur.messages.local.signin;
