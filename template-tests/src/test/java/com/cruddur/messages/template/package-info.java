/// What can be proven of a deployment without an account.
package com.cruddur.messages.template;
