/** What waits for the person: each source tells of its own, and the queue keeps what was seen. */
@NullMarked
package dev.engine.services.attention;

import org.jspecify.annotations.NullMarked;
