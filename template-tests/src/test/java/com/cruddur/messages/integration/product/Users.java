package com.cruddur.messages.integration.product;

/// Three users who exist on a target.
///
/// @param sender talks to both others
/// @param receiver talks to the sender only
/// @param newcomer has an empty inbox until the one test that writes to him
public record Users(User sender, User receiver, User newcomer) {}
