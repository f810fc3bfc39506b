/// The users' database: `db setup`, `update-cognito-user-ids`.
package com.cruddur.messages.cli.db;
