/// Random histories: people send, functions crash, the stream repeats and reorders, the index lags, clocks differ; and after
/// every single request the table is held against the laws of the product. What fails is shrunk to the fewest steps.
package com.cruddur.messages.history;
