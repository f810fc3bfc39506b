/// Lambda's JSON in and out of the event classes that the handlers take and return: of each, what the functions read and answer.
///
/// Lambda's own serializers find out by reflection what an event class looks like, which was a good quarter of
/// pattern B's cold start in the container image. These read the same classes, so the handlers stay what they are everywhere else, token by token.
/// See `docs/decisions/0016-events-are-read-token-by-token.md`.
package com.cruddur.messages.event;
