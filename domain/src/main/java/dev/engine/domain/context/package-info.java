/** How full the contexts of sessions are, and what follows from it. */
@NullMarked
package dev.engine.domain.context;

import org.jspecify.annotations.NullMarked;
