/// What a million messages and a thousand idle users cost, worked out from measured units and AWS's
/// list prices. `bench/run-cost` prints it.
package com.cruddur.messages.bench.cost;
