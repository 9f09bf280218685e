/** Calls of hooks: what makes each of them count once, and how long each took. */
@NullMarked
package dev.engine.domain.hook;

import org.jspecify.annotations.NullMarked;
