/// The last step of the build of `bin/cruddur`: what makes it start fast.
package com.cruddur.messages.cli.rehearsal;
