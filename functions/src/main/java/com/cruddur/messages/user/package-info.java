/// Who the users are: [UserDirectory] and the Postgres table `public.users` behind it. The SQL lies in files of its own
/// beside the classes, for the operator commands and the local environment run the same.
package com.cruddur.messages.user;
