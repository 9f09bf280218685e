/** When sessions that do nothing are left alone. */
@NullMarked
package dev.engine.domain.quiet;

import org.jspecify.annotations.NullMarked;
