/** What happened, in the order of the commits. */
@NullMarked
package dev.engine.domain.journal;

import org.jspecify.annotations.NullMarked;
