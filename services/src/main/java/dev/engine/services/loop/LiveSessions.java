package dev.engine.services.loop;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.session.SessionViews;
import java.util.ArrayList;
import java.util.List;

/** All sessions that go on, however many. */
final class LiveSessions {

  /** More than most fleets have; a page is one short read. */
  private static final Limit PAGE = new Limit(500);

  private LiveSessions() {}

  /** As they were read just now, the one started last at the front. */
  static List<Session> of(SessionViews views) {
    Listed<Session> listed = views.list(SessionFilter.LIVE, Page.first(PAGE));
    List<Session> all = new ArrayList<>(listed.items());
    while (listed.next() != null) {
      listed = views.list(SessionFilter.LIVE, Page.first(PAGE).after(listed.next()));
      all.addAll(listed.items());
    }
    return all;
  }
}
