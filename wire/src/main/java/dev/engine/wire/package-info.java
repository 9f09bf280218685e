/** The things of the domain as JSON has them, in one shape for all who ask for them. */
@NullMarked
package dev.engine.wire;

import org.jspecify.annotations.NullMarked;
