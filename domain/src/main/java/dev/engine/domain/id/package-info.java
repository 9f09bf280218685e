/** The shapes that ids share. */
@NullMarked
package dev.engine.domain.id;

import org.jspecify.annotations.NullMarked;
