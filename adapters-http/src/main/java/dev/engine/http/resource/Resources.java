package dev.engine.http.resource;

import dev.engine.http.api.Operation;
import dev.engine.services.Engine;
import java.util.List;
import java.util.stream.Stream;

/** Every resource of the API; a new one is a line here. */
public final class Resources {

  private Resources() {}

  /** The operations of all resources over {@code served}. */
  public static List<Operation> of(Served served) {
    Engine engine = served.engine();
    return Stream.<Routes>of(
            new AccountRoutes(engine.accounts()),
            new AttentionRoutes(engine.attention()),
            new BriefRoutes(engine.briefing()),
            new ContactExchangeRoutes(engine.contactExchange()),
            new ContactRoutes(engine.contacts()),
            new ConversationRoutes(engine.sessions(), engine.notifications(), engine.events()),
            new DatabaseRoutes(served.database(), served.backups()),
            new EngineHealthRoutes(served.health()),
            new EventRoutes(engine.events(), served.feed()),
            new FleetRoutes(engine.fleet()),
            new MissionRoutes(engine.missions()),
            new NotificationRoutes(engine.notifications()),
            new PingRoutes(engine.pings()),
            new PriorityRoutes(engine.priorities()),
            new QuietTimeRoutes(engine.quiet()),
            new ScheduledMissionRoutes(engine.missions(), served.outputs()),
            new SchedulePreviewRoutes(engine.missions()),
            new SessionDisplayRoutes(engine.display()),
            new SessionRoutes(
                engine.sessions(), engine.events(), engine.contexts(), engine.notifications()),
            new SessionTraceRoutes(engine.sessions(), engine.toolLog(), engine.contexts()),
            new StagedContentRoutes(engine.portal()),
            new WhyRoutes(engine.why()),
            new WorkerLogRoutes(engine.workers(), engine.workerLogs(), served.feed()),
            new WorkerRoutes(engine.workers(), served.outputs()))
        .flatMap(routes -> routes.operations().stream())
        .toList();
  }
}
