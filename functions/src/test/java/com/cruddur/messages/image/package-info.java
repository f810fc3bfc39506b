/// What trains the AOT caches of the container image, and needs nothing but the JDK.
package com.cruddur.messages.image;
