/** What agents want from the person. */
@NullMarked
package dev.engine.domain.ping;

import org.jspecify.annotations.NullMarked;
