/// The whole product on one machine, with one command and no AWS account.
///
/// | part | stands in for | where |
/// |---|---|---|
/// | `gateway` | API Gateway HTTP API | `/api` |
/// | `signin` | Cognito user pool | `/sign-in` |
/// | `page` | the front end | `/` |
/// | `lambda` | Lambda's Java runtime | |
/// | `stream` | the event source mapping of the stream function | a thread |
/// | [TableStore], [UserStore] | DynamoDB, Amazon RDS | child processes on free ports |
///
/// [LocalServer] starts and stops them. Nothing here is ever deployed.
package com.cruddur.messages.local;
