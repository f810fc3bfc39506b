package com.cruddur.messages.cli;

/// A column of a table on the terminal.
///
/// @param width in characters, for what is usual; what is longer moves its line's rest to the right
public record Column(String title, int width) {}
