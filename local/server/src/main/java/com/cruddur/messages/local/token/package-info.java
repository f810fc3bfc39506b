/// `bin/token`: a token of the running local environment, with nothing but the JDK, so that it is
/// quick.
package com.cruddur.messages.local.token;
