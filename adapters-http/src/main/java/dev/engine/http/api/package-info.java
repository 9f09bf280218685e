/** What a resource is written with: operations, their parameters, and the call that they answer. */
@NullMarked
package dev.engine.http.api;

import org.jspecify.annotations.NullMarked;
