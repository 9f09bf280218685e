package dev.engine.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Urgency;
import dev.engine.domain.context.ContextFill;
import dev.engine.domain.context.ContextReading;
import dev.engine.domain.context.ContextSample;
import dev.engine.domain.context.ContextSource;
import dev.engine.domain.hook.Door;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.testing.InMemoryStorage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hooks and the status line tell of contexts. */
final class ContextFeedTest {

  private static final Instant LATER = SessionExamples.NOON.plusSeconds(1);

  private final InMemoryStorage storage = new InMemoryStorage();
  private final HookDispatcher hooks =
      new HookDispatcher(storage, BareMachine.surroundings(), () -> LATER);

  @Test
  void theStatusLineIsAReadingAndIsAnsweredByALine() {
    Session session = SessionExamples.stored(storage.sessions(), "abc123...");

    HookAnswer answer = hooks.handle(statusLine(documented()));

    assertThat(samples(session))
        .containsExactly(
            new ContextReading(
                new ContextFill(8, 15_500L, 200_000L), LATER, ContextSource.STATUS_LINE));
    assertThat(answer)
        .isEqualTo(
            new HookAnswer(
                "{\"statusLine\":\"%s | context 8%%\"}".formatted(session.conversation()), ""));
    assertThat(storage.hookCalls().recent(Limit.DEFAULT))
        .extracting(call -> call.arrival().event())
        .doesNotContain("statusline");
  }

  @Test
  void theLineSaysHowManyPingsWait() {
    Session session = SessionExamples.stored(storage.sessions(), "a");
    Appeal appeal = new Appeal(null, session.conversation(), Urgency.NORMAL, "Go on?");
    storage.pings().send(appeal, SessionExamples.NOON);

    HookAnswer answer = hooks.handle(statusLine(used("12")));

    assertThat(answer.stdout()).contains(" | context 12% | 1 ping waits");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"session_id\":\"a\"}",
        "{\"session_id\":\"a\",\"context_window\":null}",
        "{\"session_id\":\"a\",\"context_window\":{\"used_percentage\":null,\"current_usage\":null}}",
        "{\"session_id\":\"a\",\"context_window\":[1,{\"used_percentage\":71}]}"
      })
  void aStatusLineThatKnowsNothingYetIsNoReading(String payload) {
    Session session = SessionExamples.stored(storage.sessions(), "a");

    HookAnswer answer = hooks.handle(statusLine(payload));

    assertThat(answer).isEqualTo(HookAnswer.SILENCE);
    assertThat(samples(session)).isEmpty();
  }

  @Test
  void aPercentageThatIsMissingIsReckoned() {
    Session session = SessionExamples.stored(storage.sessions(), "a");

    hooks.handle(
        statusLine(
            "{\"session_id\":\"a\",\"context_window\":{\"used_percentage\":null,"
                + "\"context_window_size\":200000,\"current_usage\":{\"input_tokens\":100,"
                + "\"output_tokens\":7,\"cache_read_input_tokens\":141900}}}"));

    assertThat(samples(session))
        .extracting(ContextReading::fill)
        .containsExactly(new ContextFill(71, 142_000L, 200_000L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"101", "-1", "1e300", "12345678901234567890"})
  void aNumberThatCannotBeIsSaidInOneLine(String percent) {
    Session session = SessionExamples.stored(storage.sessions(), "a");

    HookAnswer answer = hooks.handle(statusLine(used(percent)));

    assertThat(answer.stderr()).startsWith("engine: ENG-1001").hasLineCount(1);
    assertThat(samples(session)).isEmpty();
  }

  @Test
  void aStatusLineMakesNoSessionKnown() {
    HookAnswer answer = hooks.handle(statusLine(used("12")));

    assertThat(answer.stdout()).contains("not known yet");
    assertThat(storage.sessionViews().list(SessionFilter.ALL, Page.FIRST).items()).isEmpty();
  }

  @Test
  void aResumedSessionTellsItsTokens() {
    hooks.handle(event("v2.1.330/SessionStart-resume.json"));

    assertThat(onlySamples())
        .extracting(ContextReading::source)
        .containsExactly(ContextSource.SESSION_START);
  }

  @Test
  void anEventThatComesTwiceIsReadOnce() {
    HookCall call = event("v2.1.330/PreCompact-auto.json");
    hooks.handle(call);

    hooks.handle(call);

    assertThat(onlySamples()).containsExactly(ContextReading.beforeCompaction(LATER));
    assertThat(storage.notifications().list(NotificationFilter.ALL, Page.FIRST).items()).hasSize(1);
  }

  @Test
  void aCompactionThatAPersonAskedForIsNoReading() {
    hooks.handle(event("v2.1.330/PreCompact-manual.json"));

    assertThat(onlySamples()).isEmpty();
  }

  private List<ContextReading> onlySamples() {
    return samples(storage.sessionViews().list(SessionFilter.ALL, Page.FIRST).items().getFirst());
  }

  private List<ContextReading> samples(Session session) {
    return storage.contextSamples().recent(session.id(), Limit.DEFAULT).stream()
        .map(ContextSample::reading)
        .toList();
  }

  private static String used(String percent) {
    return "{\"session_id\":\"a\",\"context_window\":{\"used_percentage\":" + percent + "}}";
  }

  private static String documented() {
    return resource("doc-derived/statusLine.json");
  }

  private static HookCall event(String fixture) {
    return HookCallExamples.call(1, resource(fixture), Map.of(), LATER);
  }

  private static HookCall statusLine(String payload) {
    return new HookCall(
        HookCallExamples.id(2),
        Door.ENGINE,
        "statusline",
        payload,
        new HookEnvironment(Map.of()),
        LATER);
  }

  private static String resource(String name) {
    try (InputStream file =
        ContextFeedTest.class.getResourceAsStream("/claude-code-events/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
