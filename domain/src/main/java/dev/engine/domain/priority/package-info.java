/** What matters, in the order in which it matters. */
@NullMarked
package dev.engine.domain.priority;

import org.jspecify.annotations.NullMarked;
