/// The user pool, where people sign in: `cognito list-users`.
package com.cruddur.messages.cli.cognito;
