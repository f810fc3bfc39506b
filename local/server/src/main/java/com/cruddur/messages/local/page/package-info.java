/// The page of the local environment: the files that `frontend` is built into, and the settings they
/// start from.
package com.cruddur.messages.local.page;
