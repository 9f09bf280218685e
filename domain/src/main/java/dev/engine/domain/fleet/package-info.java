/** All that is live, at one glance. */
@NullMarked
package dev.engine.domain.fleet;

import org.jspecify.annotations.NullMarked;
