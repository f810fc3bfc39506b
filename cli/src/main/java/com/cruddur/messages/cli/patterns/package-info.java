/// The access patterns A and B for operators, over the functions' own repositories: `patterns get-conversation`,
/// `list-conversations`.
package com.cruddur.messages.cli.patterns;
