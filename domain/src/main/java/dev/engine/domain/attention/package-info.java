/** What waits for the person, whatever kind of thing it is. */
@NullMarked
package dev.engine.domain.attention;

import org.jspecify.annotations.NullMarked;
