/** How a running engine fares. */
@NullMarked
package dev.engine.services.health;

import org.jspecify.annotations.NullMarked;
