/// Where the suite runs: what a test asks of a target, and which target it gets.
package com.cruddur.messages.integration.product;
