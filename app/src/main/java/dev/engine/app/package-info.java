/** Puts the modules together into the programs {@code engine} and {@code engine-hook}. */
@NullMarked
package dev.engine.app;

import org.jspecify.annotations.NullMarked;
