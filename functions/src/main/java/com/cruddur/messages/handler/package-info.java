/// The front doors: one class for each Lambda function. The public constructor without parameters is its composition root,
/// reads the environment once and builds only what this function needs; the other one takes its collaborators, for the
/// tests and the local environment. What only Lambda needs is set up by the first one alone: its log ([LambdaLog]) and the
/// rehearsal before a snapshot ([SnapStart]).
package com.cruddur.messages.handler;
