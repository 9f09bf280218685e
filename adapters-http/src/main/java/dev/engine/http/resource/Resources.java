package dev.engine.http.resource;

import dev.engine.http.api.Operation;
import dev.engine.services.Engine;
import dev.engine.services.EventFeed;
import java.util.List;
import java.util.stream.Stream;

/** Every resource of the API; a new one is a line here. */
public final class Resources {

  private Resources() {}

  /** The operations of all resources over {@code engine}. */
  public static List<Operation> of(Engine engine, EventFeed feed) {
    return Stream.<Routes>of(new EventRoutes(engine.events(), feed), new PingRoutes(engine.pings()))
        .flatMap(routes -> routes.operations().stream())
        .toList();
  }
}
