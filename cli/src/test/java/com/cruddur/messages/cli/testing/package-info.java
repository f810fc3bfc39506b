/// What the tests of the operator commands share: `bin/cruddur` as a process.
package com.cruddur.messages.cli.testing;
