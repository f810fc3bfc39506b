/// What there is to see on the first day: three users ([UserSeed]) and a conversation of two of them
/// ([ConversationSeed]). For the local environment and the operator commands; applying a seed again
/// changes nothing.
package com.cruddur.messages.seed;
