/** Work handed to background processes. */
@NullMarked
package dev.engine.domain.worker;

import org.jspecify.annotations.NullMarked;
