/** The OpenAPI document, made from the operations themselves. */
@NullMarked
package dev.engine.http.openapi;

import org.jspecify.annotations.NullMarked;
