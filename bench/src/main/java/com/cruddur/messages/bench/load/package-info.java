/// The whole local product under load.
///
/// `Load` restarts its databases in the middle: nothing acknowledged may be lost, and what fails while a database is away must
/// not fail any longer when it is back. `ServiceRate` asks what it gets through, beside the same in Python (`Gunicorn`) and
/// beside the table with no service over it.
package com.cruddur.messages.bench.load;
