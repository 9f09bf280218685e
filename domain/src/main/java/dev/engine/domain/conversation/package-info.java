/** The identity that outlives a context reset. */
@NullMarked
package dev.engine.domain.conversation;

import org.jspecify.annotations.NullMarked;
