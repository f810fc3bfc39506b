/// The table as such: `ddb schema-load`, `list-tables`, `drop`, `seed`, `scan`.
package com.cruddur.messages.cli.ddb;
