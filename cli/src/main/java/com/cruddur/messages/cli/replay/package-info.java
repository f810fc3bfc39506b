/// `replay`: what the stream function gave up, out of the failure store and through pattern E again.
package com.cruddur.messages.cli.replay;
