package dev.engine.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.error.EngineException;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.hook.HookOutcome;
import dev.engine.domain.hook.RecordedCall;
import dev.engine.domain.session.Activity;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Session.State;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionFilter;
import dev.engine.domain.testing.InMemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DrainerTest {

  private static final Instant NOW = SessionExamples.NOON.plusSeconds(3_600);
  private static final Instant LATER = NOW.plusSeconds(1);

  @TempDir private Path run;

  private final InMemoryStorage storage = new InMemoryStorage();

  @Test
  void eventsAreStoredInTheOrderOfTheirCallsAndGoAway() {
    Spool spool = spool();
    spool.put(call(2, "Stop", 60));
    spool.put(call(1, "UserPromptSubmit", 0));

    Draining draining = drainer(spool).drain(LATER);

    assertThat(draining).isEqualTo(new Draining.Emptied(2));
    assertThat(spool.isEmpty()).isTrue();
    assertThat(onlySession().state()).isEqualTo(new State.Working(Activity.IDLE));
    assertThat(remembered()).extracting(DrainerTest::id).containsExactly(id(2), id(1));
  }

  @Test
  void aSpooledEventTellsWhenItWasCalledAndHowLongItWaited() {
    Spool spool = spool();
    spool.put(call(1, "Stop", 0));

    drainer(spool).drain(LATER);

    RecordedCall call = remembered().getFirst();
    assertThat(call.at()).isEqualTo(SessionExamples.NOON);
    assertThat(call.outcome()).isEqualTo(HookOutcome.STORED);
    assertThat(call.arrival().door()).isEqualTo(Door.SPOOL);
    assertThat(call.arrival().took()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void whatCameInAnotherWayAlreadyChangesNothing() {
    Spool spool = spool();
    HookCall call = call(1, "UserPromptSubmit", 0);
    dispatcher(storage).handle(call);
    dispatcher(storage).handle(call(2, "Stop", 60));
    spool.put(call);

    Draining draining = drainer(spool).drain(LATER);

    assertThat(draining).isEqualTo(new Draining.Emptied(1));
    assertThat(onlySession().state()).isEqualTo(new State.Working(Activity.IDLE));
    assertThat(remembered()).hasSize(2);
  }

  @Test
  void whatCannotBeReadIsSetAsideAndNotInTheWay() throws IOException {
    Spool spool = spool();
    spool.put(call(1, "Stop", 0));
    spool.put(call(2, "Stop", 1));
    Path cut = spool.waiting().getFirst();
    Files.write(cut, new byte[] {'P'});
    Files.writeString(run.resolve("spool").resolve("foreign.txt"), "hello");

    Draining draining = drainer(spool).drain(LATER);

    assertThat(draining).isEqualTo(new Draining.Emptied(3));
    assertThat(spool.setAside())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(cut.getFileName().toString(), "foreign.txt");
    assertThat(remembered()).extracting(DrainerTest::id).containsExactly(id(2));
  }

  @Test
  void aFileThatBearsAnotherIdThanItsEventIsSetAside() throws IOException {
    Spool spool = spool();
    spool.put(call(1, "Stop", 0));
    Path file = spool.waiting().getFirst();
    Files.move(
        file, file.resolveSibling(file.getFileName().toString().replace("1.event", "2.event")));

    drainer(spool).drain(LATER);

    assertThat(spool.setAside()).hasSize(1);
    assertThat(remembered()).isEmpty();
  }

  @Test
  void whatIsNoEventOfASessionIsRememberedAsRefusedAndGoes() {
    Spool spool = spool();
    spool.put(HookCallExamples.call(1, "not json"));

    drainer(spool).drain(LATER);

    assertThat(spool.isEmpty()).isTrue();
    assertThat(spool.setAside()).isEmpty();
    assertThat(remembered()).extracting(RecordedCall::outcome).containsExactly(HookOutcome.REFUSED);
  }

  static Stream<EngineException> passingReasons() {
    return Stream.of(new StorageUnavailable("held by another"), new StorageRefused("read-only"));
  }

  @ParameterizedTest
  @MethodSource("passingReasons")
  void whatCannotBeStoredNowStays(EngineException reason) {
    Spool spool = spool();
    spool.put(call(1, "Stop", 0));

    Draining draining = new Drainer(spool, failing(reason), () -> NOW, length -> {}).drain(LATER);

    assertThat(draining).isEqualTo(new Draining.Halted(0, reason));
    assertThat(spool.size()).isEqualTo(1);
  }

  @Test
  void whatCanNeverBeStoredIsSetAside() {
    Spool spool = spool();
    spool.put(call(1, "Stop", 0));

    Draining draining =
        new Drainer(spool, failing(new IllegalStateException("a bug")), () -> NOW, length -> {})
            .drain(LATER);

    assertThat(draining).isEqualTo(new Draining.Emptied(1));
    assertThat(spool.setAside()).hasSize(1);
  }

  @Test
  void whenTheTimeIsUpTheRestWaits() {
    Spool spool = spool();
    spool.put(call(1, "Stop", 0));
    spool.put(call(2, "Stop", 1));

    Draining draining = drainer(spool).drain(NOW);

    assertThat(draining).isEqualTo(new Draining.TimeIsUp(1));
    assertThat(spool.size()).isEqualTo(1);
  }

  @Test
  void itWaitsForAnotherDrainer() {
    Spool spool = spool();
    spool.put(call(1, "Stop", 0));
    Spool.Hold other = spool.tryHold().orElseThrow();

    Draining draining =
        new Drainer(spool, dispatcher(storage), () -> NOW, length -> other.close()).drain(LATER);

    assertThat(draining).isEqualTo(new Draining.Emptied(1));
  }

  private Drainer drainer(Spool spool) {
    return new Drainer(spool, dispatcher(storage), () -> NOW, length -> {});
  }

  private static HookDispatcher dispatcher(InMemoryStorage storage) {
    return new HookDispatcher(storage, BareMachine.surroundings(), () -> NOW);
  }

  private HookDispatcher failing(RuntimeException reason) {
    HookPorts ports = HookPorts.of(storage).with(new FailingSessions(reason));
    return new HookDispatcher(ports, BareMachine.surroundings(), () -> NOW);
  }

  private Spool spool() {
    return new Spool(run.resolve("spool"));
  }

  private List<RecordedCall> remembered() {
    return storage.hookCalls().recent(Limit.DEFAULT);
  }

  private Session onlySession() {
    List<Session> all = storage.sessionViews().list(SessionFilter.ALL, Page.FIRST).items();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static HookEventId id(int number) {
    return HookCallExamples.id(number);
  }

  private static HookEventId id(RecordedCall call) {
    return call.arrival().eventId();
  }

  private static HookCall call(int number, String event, int second) {
    return HookCallExamples.call(
        number,
        "{\"session_id\":\"a\",\"hook_event_name\":\"%s\"}".formatted(event),
        Map.of(),
        SessionExamples.NOON.plusSeconds(second));
  }
}
