package dev.engine.http.resource;

import dev.engine.domain.context.ContextReading;
import dev.engine.domain.context.ContextSource;
import dev.engine.domain.context.Forecast;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.fleet.FleetLine;
import dev.engine.domain.fleet.LiveSession;
import dev.engine.domain.fleet.WorkerCounts;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.ModelContext;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Session.State;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.SessionStanding;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.session.Want;
import dev.engine.domain.toolcall.ToolCall;
import dev.engine.http.api.Operation;
import dev.engine.services.FleetBoard;
import dev.engine.wire.Description;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/fleet}: all that a board of live sessions shows, by one request. */
final class FleetRoutes implements Routes {

  private final FleetBoard board;

  FleetRoutes(FleetBoard board) {
    this.board = board;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(
                "/api/v1/fleet",
                "showFleet",
                "The conversations with a live session, the one whose session started last at the"
                    + " front, and what each session is at.")
            .answers(FleetJson.class, call -> FleetJson.of(board.now())));
  }

  /** The fleet on the wire. */
  record FleetJson(
      @Description("when it was so") Instant at, List<FleetConversationJson> conversations) {

    static FleetJson of(FleetBoard.Glance glance) {
      return new FleetJson(
          glance.at(), glance.lines().stream().map(FleetConversationJson::of).toList());
    }
  }

  /** A conversation of the fleet on the wire. */
  record FleetConversationJson(
      ConversationId conversationId,
      @Description("notifications that nobody was told of yet") int waitingNoticeCount,
      @Description("those that it owns") FleetWorkersJson workers,
      @Description("its live ones, the one started last at the front")
          List<FleetSessionJson> sessions) {

    static FleetConversationJson of(FleetLine line) {
      return new FleetConversationJson(
          line.conversation(),
          line.waitingNoticeCount(),
          FleetWorkersJson.of(line.workers()),
          line.sessions().stream().map(FleetSessionJson::of).toList());
    }
  }

  /** How many workers stand where, on the wire. */
  record FleetWorkersJson(
      int pendingCount,
      int runningCount,
      @Description("of these, those that wait for the person's attention") int failedCount) {

    static FleetWorkersJson of(WorkerCounts counts) {
      return new FleetWorkersJson(counts.pending(), counts.running(), counts.failed());
    }
  }

  /** A live session on the wire; what is not known is absent. */
  record FleetSessionJson(
      SessionId id,
      Role role,
      Mode mode,
      SessionStanding state,
      @Description("what it says it works on") @Nullable String statusText,
      @Nullable Want waitingFor,
      @Nullable Instant waitingSince,
      @Description("when it was last heard of, if nothing else can prove that it still lives")
          @Nullable Instant quietSince,
      Instant startedAt,
      Instant lastSeenAt,
      @Nullable String model,
      @Nullable String cwd,
      @Description("whether it has told of a tmux pane, so that it may be brought to the front")
          boolean hasPane,
      @Nullable String tmuxWindow,
      FleetContextJson context,
      @Description("the use of a tool that goes on") @Nullable FleetToolJson tool) {

    static FleetSessionJson of(LiveSession live) {
      Session session = live.session();
      State state = session.state();
      StatusText status = session.report().status();
      ToolCall tool = live.tool();
      return new FleetSessionJson(
          session.id(),
          session.assignment().role(),
          session.assignment().mode(),
          SessionStanding.of(state),
          status == null ? null : status.value(),
          state instanceof State.Waiting waiting ? waiting.want() : null,
          state instanceof State.Waiting waiting ? waiting.since() : null,
          session.unprovenSince().orElse(null),
          session.origin().startedAt(),
          session.report().lastSeenAt(),
          session.client().model(),
          session.client().cwd(),
          session.client().tmuxPane() != null,
          session.client().tmuxWindow(),
          FleetContextJson.of(live),
          tool == null ? null : FleetToolJson.of(tool));
    }
  }

  /** How full a context is, on the wire. */
  record FleetContextJson(
      @Description("the warning that it has reached: 0, 50, 70 or 90 percent") int warningLevel,
      @Description("by the newest reading, in percent; absent since it was emptied")
          @Nullable Integer percent,
      @Description("when that was read") @Nullable Instant readAt,
      @Description("that were in it at sampledAt") @Nullable Long tokens,
      @Description("how many it can hold") @Nullable Long window,
      @Description("when its newest sample was taken, which may be of before it was emptied")
          @Nullable Instant sampledAt,
      @Description("who told that sample") @Nullable ContextSource source,
      @Description("each level that is ahead within a day of work, the next one first")
          List<LevelForecastJson> forecasts) {

    static FleetContextJson of(LiveSession live) {
      ModelContext context = live.session().report().context();
      ContextReading newest = live.samples().isEmpty() ? null : live.samples().getFirst().reading();
      return new FleetContextJson(
          context.warned().percent(),
          context.gauge().percent(),
          context.gauge().readAt(),
          newest == null ? null : newest.fill().tokens(),
          newest == null ? null : newest.fill().window(),
          newest == null ? null : newest.at(),
          newest == null ? null : newest.source(),
          newest == null ? List.of() : forecasts(live, newest.at()));
    }

    private static List<LevelForecastJson> forecasts(LiveSession live, Instant newest) {
      return live.forecasts().stream()
          .map(forecast -> LevelForecastJson.of(forecast, newest))
          .toList();
    }
  }

  /** When a context will reach a level, on the wire. */
  record LevelForecastJson(
      @Description("50, 70 or 90 percent") int level,
      @Description("of work as it is now, from the newest sample on") long minutes,
      @Description("when that is, if it does not rest until then") Instant at) {

    static LevelForecastJson of(Forecast forecast, Instant newest) {
      return new LevelForecastJson(
          forecast.level().percent(),
          forecast.after().toMinutes(),
          newest.plus(forecast.after()).truncatedTo(ChronoUnit.SECONDS));
    }
  }

  /** A use of a tool that goes on, on the wire. */
  record FleetToolJson(String toolUseId, String name, Instant startedAt) {

    static FleetToolJson of(ToolCall call) {
      return new FleetToolJson(call.id().value(), call.tool(), call.startedAt());
    }
  }
}
