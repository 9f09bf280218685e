/** An engine that keeps running for a home, and how others find it. */
@NullMarked
package dev.engine.domain.serving;

import org.jspecify.annotations.NullMarked;
