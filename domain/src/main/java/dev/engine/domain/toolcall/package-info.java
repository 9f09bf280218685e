/** The calls of tools that sessions make. */
@NullMarked
package dev.engine.domain.toolcall;

import org.jspecify.annotations.NullMarked;
