package com.cruddur.messages.bench.load;

import java.util.UUID;

/// A user of the run.
///
/// @param token signs their requests; empty for somebody who only receives
record Person(UUID uuid, String handle, String token) {}
