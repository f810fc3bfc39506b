/// The whole local product under load, with its databases restarted in the middle: nothing acknowledged may be lost, and what
/// fails while a database is away must not fail any longer when it is back.
package com.cruddur.messages.bench.load;
