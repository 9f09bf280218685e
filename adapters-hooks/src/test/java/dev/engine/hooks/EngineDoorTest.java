package dev.engine.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.hook.Arrival;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookOutcome;
import dev.engine.domain.hook.RecordedCall;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.testing.ScriptedRandom;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EngineDoorTest {

  private static final Instant NOW = SessionExamples.NOON.plusMillis(4);

  private final InMemoryStorage storage = new InMemoryStorage();

  @Test
  void aCallIsHandledAsItsHeadersTell() {
    Map<String, String> headers =
        Map.of(
            "X-Engine-Event-Id", HookCallExamples.id(5).value(),
            "X-Engine-Called-At", "1767614400.000000",
            "X-Tmux-Pane", "%7",
            "X-Claude-Entrypoint", "sdk-cli");
    byte[] payload = "{\"session_id\":\"a\"}".getBytes(StandardCharsets.UTF_8);
    HookRequest request = HookRequest.received("Stop", payload, headers::get);

    HookAnswer answer = door(storage.sessions()).handle(request);

    assertThat(answer).isEqualTo(HookAnswer.SILENCE);
    assertThat(storage.hookCalls().recent(Limit.DEFAULT))
        .containsExactly(
            new RecordedCall(
                new Arrival(HookCallExamples.id(5), "Stop", Door.ENGINE, Duration.ofMillis(4)),
                SessionExamples.NOON,
                HookOutcome.STORED));
    Session session = storage.sessionViews().list(SessionFilter.ALL, Page.FIRST).items().getFirst();
    assertThat(session.client().tmuxPane()).isEqualTo("%7");
    assertThat(session.assignment().mode()).isEqualTo(Mode.BACKGROUND);
  }

  @Test
  void aClientThatPostsByItselfTellsNeitherIdNorTime() {
    HookRequest request =
        new HookRequest("Stop", Map.of("X-Tmux-Pane", ""), "{\"session_id\":\"a\"}");

    door(storage.sessions()).handle(request);

    assertThat(storage.hookCalls().recent(Limit.DEFAULT))
        .containsExactly(
            new RecordedCall(
                new Arrival(HookCallExamples.id(8), "Stop", Door.ENGINE, Duration.ZERO),
                NOW,
                HookOutcome.STORED));
  }

  @Test
  void whatIsNoEventIsSaidInOneLine() {
    HookAnswer answer = door(storage.sessions()).handle(new HookRequest("Stop", Map.of(), "{"));

    assertThat(answer.stderr()).startsWith("engine: ENG-1001 hook payload").hasLineCount(1);
  }

  @Test
  void anIdThatIsNoneIsSaidInOneLine() {
    HookRequest request =
        new HookRequest("Stop", Map.of("x-engine-event-id", "7"), "{\"session_id\":\"a\"}");

    HookAnswer answer = door(storage.sessions()).handle(request);

    assertThat(answer.stderr()).startsWith("engine: ENG-1001 event id").hasLineCount(1);
    assertThat(storage.hookCalls().recent(Limit.DEFAULT)).isEmpty();
  }

  @Test
  void whatCannotBeStoredIsLeftToTheCaller() {
    StorageUnavailable full = new StorageUnavailable("the queue is full");
    HookRequest request = new HookRequest("Stop", Map.of(), "{\"session_id\":\"a\"}");

    assertThatThrownBy(() -> door(new FailingSessions(full)).handle(request)).isSameAs(full);
  }

  private EngineDoor door(Sessions sessions) {
    HookPorts ports = HookPorts.of(storage).with(sessions);
    HookDispatcher dispatcher = new HookDispatcher(ports, BareMachine.surroundings(), () -> NOW);
    return new EngineDoor(dispatcher, () -> NOW, new ScriptedRandom(0, 8));
  }
}
