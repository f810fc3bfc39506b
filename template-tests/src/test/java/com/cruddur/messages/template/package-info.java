/// What can be proven of a deployment without an account: the synthesized templates, and the archive they name in Lambda's
/// own runtime client.
///
/// ```
/// Synthesis           the CDK app with the context of cdk.json, once for all tests
/// TemplateFunctions   the functions in its templates
/// FunctionArchive     functions.zip, what is in it
/// FunctionRuns        what came of giving each function its events
/// RuntimeApi          what a runtime asks Lambda: the next event, and where its answer goes
/// RuntimeProcess      the runtime client with a function, in a process of its own
/// TelemetryFrames     what it logs, as Lambda receives it
/// ```
package com.cruddur.messages.template;
