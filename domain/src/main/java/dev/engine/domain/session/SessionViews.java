package dev.engine.domain.session;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.util.List;

/** Sessions as screens list them. Any method may throw {@link StorageUnavailable}. */
public interface SessionViews {

  /** The sessions that {@code filter} lets through, the one started last at the front. */
  List<Session> list(SessionFilter filter, Limit limit);
}
