/** What a running engine does again and again by itself. */
@NullMarked
package dev.engine.services.loop;

import org.jspecify.annotations.NullMarked;
