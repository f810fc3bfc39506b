/// An API Gateway HTTP API on this machine. A request meets, in this order, CORS ([Cors]), the
/// throttle ([Throttle]), the routes ([RouteMatch]), the JWT authorizer ([JwtAuthorizer]) and the
/// size limit ([RequestBody]); then it becomes an event of payload format 2.0 ([GatewayEvent]) for
/// the handler that Lambda would call, through the functions' own serializer ([LambdaFunction]).
///
/// [LambdaFunction]: com.cruddur.messages.local.lambda.LambdaFunction
/// [Cors]: com.cruddur.messages.local.web.Cors
package com.cruddur.messages.local.gateway;
