/** Doubles that several features' tests share. */
@NullMarked
package dev.engine.domain.testing;

import org.jspecify.annotations.NullMarked;
