/// The CDK application: everything the product needs in an AWS account, in five stacks.
///
/// ```
/// Page        PageSite
/// Data        MessagesTable   Network   UserDatabase   ApplySchema
/// SignIn      RegisterUser    SignIn
/// Messaging   one function for each Route   UpdateMessageGroups   MessagingApi   StreamProcessor   FailureStore   Monitoring
/// PageFiles   the built page and its config.json
/// ```
///
/// [MessagingApp] reads the [com.cruddur.messages.infra.settings.Settings] of a stage and makes the stacks; a stack only puts
/// constructs together, each in a class named after the thing. Names of keys, routes, handlers, database roles and the
/// stream's settings come from the functions.
///
/// The stacks say nothing of account and region, so nothing is looked up and a synthesis needs no credentials.
package com.cruddur.messages.infra;
