/** Requests that may come twice and are carried out once. */
@NullMarked
package dev.engine.domain.request;

import org.jspecify.annotations.NullMarked;
