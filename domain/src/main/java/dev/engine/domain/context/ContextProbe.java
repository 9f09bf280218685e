package dev.engine.domain.context;

import dev.engine.domain.session.Session;
import java.util.Optional;

/** Something outside the store that can be asked how full a context is. It never fails. */
@FunctionalInterface
public interface ContextProbe {

  /** What it says of {@code session} now; empty if it does not know. */
  Optional<ContextReading> read(Session session);
}
