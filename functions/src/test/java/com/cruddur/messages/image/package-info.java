/// What trains the AOT caches of the container image, and needs nothing but the JDK and the functions.
package com.cruddur.messages.image;
