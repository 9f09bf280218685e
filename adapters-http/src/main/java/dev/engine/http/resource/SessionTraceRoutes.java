package dev.engine.http.resource;

import dev.engine.domain.Listed;
import dev.engine.domain.context.ContextFill;
import dev.engine.domain.context.ContextSample;
import dev.engine.domain.context.ContextSource;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.toolcall.ToolCall;
import dev.engine.domain.toolcall.ToolCall.Outcome;
import dev.engine.domain.toolcall.ToolCall.State;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.services.ContextOutlook;
import dev.engine.services.SessionLifecycle;
import dev.engine.services.ToolLog;
import dev.engine.wire.Description;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code /api/v1/sessions} have left behind of their work: uses of tools, full contexts. */
final class SessionTraceRoutes implements Routes {

  private static final String ONE = "/api/v1/sessions/{id}";

  private static final Parameter<SessionId> ID =
      Parameter.path("id", SessionId.class, "the id of the session");

  private final SessionLifecycle sessions;
  private final ToolLog tools;
  private final ContextOutlook contexts;

  SessionTraceRoutes(SessionLifecycle sessions, ToolLog tools, ContextOutlook contexts) {
    this.sessions = sessions;
    this.tools = tools;
    this.contexts = contexts;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.get(
                ONE + "/tool-calls",
                "listSessionToolCalls",
                "The uses of tools that one has told of, the one that began last at the front.")
            .with(ID)
            .kept()
            .lists(ToolCallJson.class, this::toolCalls),
        Operation.get(
                ONE + "/context",
                "listSessionContext",
                "How full its context was, the newest reading first.")
            .with(ID)
            .kept()
            .listsFront(ContextSampleJson.class, this::context));
  }

  private Listed<ToolCallJson> toolCalls(Call call) {
    SessionId known = sessions.show(call.get(ID)).id();
    return tools.of(known, call.page()).map(ToolCallJson::of);
  }

  private List<ContextSampleJson> context(Call call) {
    SessionId known = sessions.show(call.get(ID)).id();
    return contexts.samples(known, call.limit()).stream().map(ContextSampleJson::of).toList();
  }

  /** A use of a tool on the wire. */
  record ToolCallJson(
      String toolUseId,
      @Description("the client's name of the tool, such as Bash or mcp__engine__notify")
          String name,
      Instant startedAt,
      @Description(
              "absent while nobody has told that it ended, which nobody does of one that was"
                  + " interrupted")
          @Nullable Instant finishedAt,
      @Nullable Outcome outcome,
      @Description("how long it took") @Nullable Long millis) {

    static ToolCallJson of(ToolCall call) {
      State.Finished end = call.state() instanceof State.Finished finished ? finished : null;
      return new ToolCallJson(
          call.id().value(),
          call.tool(),
          call.startedAt(),
          end == null ? null : end.at(),
          end == null ? null : end.outcome(),
          end == null ? null : Duration.between(call.startedAt(), end.at()).toMillis());
    }
  }

  /** A reading of a context on the wire. */
  record ContextSampleJson(
      Instant at,
      @Description("of the window, 0 to 100; absent if only tokens were told")
          @Nullable Integer percent,
      @Description("that were in it") @Nullable Long tokens,
      @Description("how many it can hold") @Nullable Long window,
      ContextSource source) {

    static ContextSampleJson of(ContextSample sample) {
      ContextFill fill = sample.reading().fill();
      return new ContextSampleJson(
          sample.reading().at(),
          fill.percent(),
          fill.tokens(),
          fill.window(),
          sample.reading().source());
    }
  }
}
