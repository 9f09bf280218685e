/** The HTTP door of a running engine: its API, its hook listener and its page. */
@NullMarked
package dev.engine.http;

import org.jspecify.annotations.NullMarked;
