/** What the engine measures of itself. */
@NullMarked
package dev.engine.http.metrics;

import org.jspecify.annotations.NullMarked;
