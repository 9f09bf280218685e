package dev.engine.domain.host;

import dev.engine.domain.session.ProcessIdentity;
import org.jspecify.annotations.Nullable;

/**
 * A pane in which a client of Claude Code is believed to run.
 *
 * @param pane such as {@code %7}
 * @param client its process; null where the client does not tell
 */
public record ClientPane(String pane, @Nullable ProcessIdentity client) {}
