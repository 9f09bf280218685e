package dev.engine.http.resource;

import dev.engine.http.api.Operation;
import dev.engine.services.Engine;
import dev.engine.services.EventFeed;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every resource of the API; a new one is a line here. */
public final class Resources {

  private Resources() {}

  /**
   * The operations of all resources over {@code engine}.
   *
   * @param outputs the folder in which every worker has its own
   */
  public static List<Operation> of(Engine engine, EventFeed feed, Path outputs) {
    return Stream.of(
            new AccountRoutes(engine.accounts()),
            new AttentionRoutes(engine.attention()),
            new ConversationRoutes(engine.sessions(), engine.notifications(), engine.events()),
            new EventRoutes(engine.events(), feed),
            new MissionRoutes(engine.missions()),
            new NotificationRoutes(engine.notifications()),
            new PingRoutes(engine.pings()),
            new ScheduledMissionRoutes(engine.missions()),
            new SessionRoutes(engine.sessions(), engine.events()),
            new WorkerRoutes(engine.workers(), outputs))
        .flatMap(routes -> routes.operations().stream())
        .toList();
  }
}
