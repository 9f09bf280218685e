/** Tests of requests that may come twice, and the fake of their port. */
@NullMarked
package dev.engine.domain.request;

import org.jspecify.annotations.NullMarked;
