package com.cruddur.messages.message;

import java.util.List;
import java.util.Optional;

/// A part of a list.
///
/// @param items in the order the list promises
/// @param older where the next older page starts; empty when there is nothing older
/// @param newer where to ask for what comes after this page, now or later; empty where there is
///     nothing to go by
public record Page<T>(List<T> items, Optional<Position> older, Optional<Position> newer) {
  public Page {
    items = List.copyOf(items);
  }
}
