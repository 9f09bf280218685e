/** The resources of the API, one class each. */
@NullMarked
package dev.engine.http.resource;

import org.jspecify.annotations.NullMarked;
