/// What a function does without waiting for anybody, piece by piece, by JMH. `bench/run-inner-loops`
/// runs it.
package com.cruddur.messages.bench.inner;
