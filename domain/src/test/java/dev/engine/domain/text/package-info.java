/** Hostile texts, and what is made of them. */
@NullMarked
package dev.engine.domain.text;

import org.jspecify.annotations.NullMarked;
