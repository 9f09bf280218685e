package dev.engine.domain.session;

import dev.engine.domain.ListOrder;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.TimePlace;
import dev.engine.domain.error.EngineException.StorageUnavailable;

/** Sessions as screens list them. Any method may throw {@link StorageUnavailable}. */
public interface SessionViews {

  /** The order of {@link #list}. */
  ListOrder<Session, TimePlace<SessionId>> ORDER =
      ListOrder.newestFirst(
          "sessions", session -> session.origin().startedAt(), Session::id, SessionId::new);

  /** The sessions that {@code filter} lets through, the one started last at the front. */
  Listed<Session> list(SessionFilter filter, Page page);
}
