/** Tests of what a resource is written with. */
@NullMarked
package dev.engine.http.api;

import org.jspecify.annotations.NullMarked;
