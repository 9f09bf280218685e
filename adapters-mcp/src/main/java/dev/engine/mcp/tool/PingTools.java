package dev.engine.mcp.tool;

import dev.engine.domain.Urgency;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.Ping.State;
import dev.engine.domain.ping.PingId;
import dev.engine.mcp.input.Description;
import dev.engine.mcp.input.Length;
import dev.engine.services.Engine;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the person is asked. */
final class PingTools {

  private final Engine engine;

  PingTools(Engine engine) {
    this.engine = engine;
  }

  List<Tool<?>> tools() {
    return List.of(
        Tool.of(
                "ping_user",
                "Ask or tell the person something. The answer comes to this conversation later;"
                    + " do not wait for it.",
                Effect.ADDS,
                Question.class,
                PingJson.class,
                this::send)
            .forWorkersToo(),
        Tool.of(
            "ping_show",
            "Show a ping, and the person's answer if there is one.",
            Effect.READS,
            Which.class,
            PingJson.class,
            this::show));
  }

  record Question(
      @Description("what the person needs to decide, in itself") @Length(max = 10_000)
          String message,
      @Nullable Urgency urgency) {}

  record Which(PingId ping) {}

  private Answer<PingJson> send(Question input, Calling calling) {
    Urgency urgency = Objects.requireNonNullElse(input.urgency(), Urgency.NORMAL);
    Ping sent =
        engine
            .pings()
            .send(new Appeal(calling.session(), calling.conversation(), urgency, input.message()));
    return new Answer<>(
        PingJson.of(sent), "ping %s is sent; the answer will be told later".formatted(sent.id()));
  }

  private Answer<PingJson> show(Which input, Calling calling) {
    Ping ping = engine.pings().show(input.ping());
    PingJson json = PingJson.of(ping);
    String answer =
        json.answer() == null ? "no answer yet" : "answer " + Said.quoted(json.answer());
    return new Answer<>(
        json,
        "ping %s (%s) asks %s: %s"
            .formatted(json.id(), json.state(), Said.quoted(json.message()), answer));
  }

  /**
   * A ping on the wire. Times are ISO-8601 in UTC; what does not apply to its state is absent.
   *
   * @param state {@code open} or how far it has come
   */
  record PingJson(
      String id,
      @Nullable String sessionId,
      @Nullable String conversationId,
      String urgency,
      String message,
      String state,
      String createdAt,
      @Nullable String answeredAt,
      @Nullable String answer) {

    static PingJson of(Ping ping) {
      Appeal appeal = ping.appeal();
      State state = ping.state();
      return new PingJson(
          ping.id().value(),
          Said.text(appeal.session()),
          Said.text(appeal.conversation()),
          appeal.urgency().wireName(),
          appeal.message(),
          stateName(state),
          ping.createdAt().toString(),
          state instanceof State.Answered answered ? answered.at().toString() : null,
          state instanceof State.Answered answered ? answered.answer().text() : null);
    }

    private static String stateName(State state) {
      return switch (state) {
        case State.Open open -> "open";
        case State.Acknowledged acknowledged -> "acknowledged";
        case State.Answered answered -> "answered";
      };
    }
  }
}
