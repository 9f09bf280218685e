/** The failures a caller cannot recover from in line, each with a stable code. */
@NullMarked
package dev.engine.domain.error;

import org.jspecify.annotations.NullMarked;
