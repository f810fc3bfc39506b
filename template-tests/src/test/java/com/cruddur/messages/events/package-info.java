/// The files of `events/`: each is given to its function over the two stores as `bin/dev` starts with them, once in this
/// JVM and once, in the package `template`, from the archive in Lambda's own runtime client.
package com.cruddur.messages.events;
