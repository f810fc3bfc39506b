/// What the gateway, the sign-in and the page share: an answer ([HttpAnswer]) and the rules for
/// other origins ([Cors]), over the JDK's HTTP server.
package com.cruddur.messages.local.web;
