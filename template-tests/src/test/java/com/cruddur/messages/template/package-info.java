/// What can be proven of a deployment without an account: the synthesized templates, property by property, the roles against
/// what the functions really ask for, and the archive in Lambda's own runtime client.
///
/// ```
/// Synthesis           the CDK app with the context of cdk.json, once for all tests
/// ReadableTemplate    a template with the application's names, and text for references
/// Variant             the stage dev with other settings
/// DeployedFunction    the functions as they are to be
/// Role, Permissions   what a role may do, and IAM's decision on a TableRequest
/// TemplateFunctions   the functions in its templates
/// FunctionArchive     the functions' archives, what is in them
/// FunctionPackaging   what functions are deployed as, laid out as Lambda does: ManagedRuntime, ImageLayout
/// FunctionRuns        what came of giving each function its events
/// RuntimeApi          what a runtime asks Lambda: the next event, and where its answer goes
/// RuntimeProcess      the runtime client with a function, in a process of its own
/// TelemetryFrames     what it logs, as Lambda receives it
/// ```
///
/// What is easier to read as a list stands in the resources: `resources.txt`, `roles.txt`, `nag.txt`, `stage-differences.txt`.
package com.cruddur.messages.template;
