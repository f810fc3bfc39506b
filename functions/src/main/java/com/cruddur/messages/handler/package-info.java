/// The front doors: one class for each Lambda function. The public constructor without parameters is its composition root,
/// reads the environment once and builds only what this function needs; the other one takes its collaborators, for the
/// tests and the local environment.
package com.cruddur.messages.handler;
