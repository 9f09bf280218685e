/** Tests of who may come in. */
@NullMarked
package dev.engine.http.guard;

import org.jspecify.annotations.NullMarked;
