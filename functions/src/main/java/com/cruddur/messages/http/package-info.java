/// The HTTP API as API Gateway sees it (HTTP API, payload format 2.0): its routes, its requests and answers, and the one
/// place where errors become status codes. `openapi.yaml` in the repository describes it.
package com.cruddur.messages.http;
