/// The page of the local environment: static files and the settings they start from.
package com.cruddur.messages.local.page;
