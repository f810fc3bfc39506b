/// The domain: what a message and a conversation are, what is refused and why, and the use cases, patterns A to E. The
/// records know neither HTTP nor DynamoDB, the use cases only the repositories; a rule of the product stands in exactly one of these classes.
package com.cruddur.messages.message;
