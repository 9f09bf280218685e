package dev.engine.http.resource;

import dev.engine.http.api.Operation;
import dev.engine.services.DatabaseMaintenance;
import dev.engine.services.Engine;
import dev.engine.services.EventFeed;
import java.util.List;
import java.util.stream.Stream;

/** Every resource of the API; a new one is a line here. */
public final class Resources {

  private Resources() {}

  /** The operations of all resources over {@code engine} and its {@code database}. */
  public static List<Operation> of(Engine engine, DatabaseMaintenance database, EventFeed feed) {
    return Stream.<Routes>of(
            new ContactExchangeRoutes(engine.contactExchange()),
            new ContactRoutes(engine.contacts()),
            new DatabaseRoutes(database),
            new EventRoutes(engine.events(), feed),
            new PingRoutes(engine.pings()),
            new PriorityRoutes(engine.priorities()),
            new StagedContentRoutes(engine.portal()))
        .flatMap(routes -> routes.operations().stream())
        .toList();
  }
}
