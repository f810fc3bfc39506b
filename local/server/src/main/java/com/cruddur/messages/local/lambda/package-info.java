/// Lambda's Java runtime on this machine: a handler called with JSON, through the functions' own serializer. The
/// gateway and the stream pump both call functions this way.
package com.cruddur.messages.local.lambda;
