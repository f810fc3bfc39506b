/// Who the users are, in the Postgres table `public.users`: [UserDirectory] looks them up, [RememberingUserDirectory] remembers them for a minute,
/// [RegisterUser] adds one who signed up, [ApplySchema] makes the table and the roles ([DatabaseRole]). All three go through [PostgresConnection], to a
/// [DatabaseUrl], with a token of AWS as the password where that says so ([IamAuthentication]). The SQL lies in files of its
/// own beside the classes, for the operator commands and the local environment run the same.
package com.cruddur.messages.user;
