/// The product on this machine, by `bin/dev`.
package com.cruddur.messages.integration.local;
