/**
 * The engine's rules and words, free of any technology: what every other module is written in terms
 * of.
 */
@NullMarked
package dev.engine.domain;

import org.jspecify.annotations.NullMarked;
