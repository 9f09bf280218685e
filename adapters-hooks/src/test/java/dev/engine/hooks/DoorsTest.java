package dev.engine.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.hook.Arrival;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.RecordedCall;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionFilter;
import dev.engine.persistence.SqliteDatabase;
import dev.engine.persistence.SqliteStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in over a real store: what is stored does not depend on the door. */
final class DoorsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Instant NOW = SessionExamples.NOON.plusSeconds(600);

  @TempDir private Path folder;

  /** What a store holds, but for what tells the doors apart. */
  private record Stored(List<Session> sessions, Set<RecordedCall> calls) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v2.0.76-compact-and-clear",
        "v2.1.197-compact-and-clear",
        "v2.1.330-compact-and-clear",
        "v2.1.330-tools-and-subagents"
      })
  void aRecordedRunStoresTheSameByEachDoor(String stream) throws IOException {
    List<HookCall> calls = RecordedStream.calls(stream);

    Stored byOneShot =
        stored(
            "one-shot",
            home -> {
              OneShotHook hook = oneShot(home);
              calls.forEach(hook::handle);
            });
    Stored bySpool =
        stored(
            "spool",
            home -> {
              Spool spool = new Spool(home.resolve("spool"));
              calls.reversed().forEach(spool::put);
              background(home, spool).run();
            });
    Stored byEngine =
        stored(
            "engine",
            home -> {
              try (SqliteStorage storage = open(home)) {
                EngineDoor door = new EngineDoor(dispatcher(storage), () -> NOW, random());
                calls.forEach(call -> door.handle(HookRequest.of(call)));
              }
            });

    assertThat(byOneShot.calls()).hasSize(calls.size());
    assertThat(bySpool).isEqualTo(byOneShot);
    assertThat(byEngine).isEqualTo(byOneShot);
  }

  @Test
  void aOneShotStoresFirstWhatWaitsInTheSpool() throws IOException {
    List<HookCall> calls = RecordedStream.calls("v2.1.330-compact-and-clear");

    Stored stored =
        stored(
            "home",
            home -> {
              Spool spool = new Spool(home.resolve("spool"));
              calls.subList(0, calls.size() - 1).forEach(spool::put);
              oneShot(home).handle(calls.getLast());
              assertThat(spool.isEmpty()).isTrue();
            });

    assertThat(stored.calls()).hasSize(calls.size());
    assertThat(stored.sessions()).noneMatch(Session::isLive);
  }

  @Test
  void whatNoDatabaseTakesWaitsInTheSpool() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));

    HookAnswer answer = oneShot(home).handle(HookCallExamples.call(1, "{\"session_id\":\"a\"}"));

    assertThat(answer.stdout()).isEmpty();
    assertThat(answer.stderr())
        .startsWith("engine: ENG-2001 there is no database at ")
        .endsWith("; the event waits in the spool")
        .hasLineCount(1);
    assertThat(new Spool(home.resolve("spool")).size()).isEqualTo(1);
  }

  @Test
  void whatNothingTakesIsSaidToBeLost() {
    Path nowhere = folder.resolve("nowhere");

    HookAnswer answer = oneShot(nowhere).handle(HookCallExamples.call(1, "{\"session_id\":\"a\"}"));

    assertThat(answer.stderr()).contains("; this event is lost: cannot put an event into ");
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void theBackgroundDrainerServesWhatComesWhileItLingers() throws IOException {
    List<HookCall> calls = RecordedStream.calls("v2.1.330-compact-and-clear");
    List<HookCall> late = new ArrayList<>(calls.subList(5, calls.size()));

    Stored stored =
        stored(
            "home",
            home -> {
              Spool spool = new Spool(home.resolve("spool"));
              calls.subList(0, 5).forEach(spool::put);
              TickingClock clock = new TickingClock();
              HookMeans means =
                  new HookMeans(
                      clock,
                      random(),
                      length -> {
                        clock.pass(length);
                        if (!late.isEmpty()) {
                          spool.put(late.removeFirst());
                        }
                      });
              new BackgroundDrainer(
                      home.resolve("system.db"), spool, BareMachine.surroundings(), means, 1)
                  .run();
            });

    assertThat(stored.calls()).hasSize(calls.size());
    assertThat(folder.resolve("home").resolve("spool").resolve(".drainer")).doesNotExist();
  }

  private Stored stored(String name, Consumer<Path> work) throws IOException {
    Path home = Files.createDirectory(folder.resolve(name));
    new SqliteDatabase(home.resolve("system.db"), PATIENCE, () -> NOW).keeper().migrate();
    work.accept(home);
    try (SqliteStorage storage = open(home)) {
      List<RecordedCall> calls = storage.hookCalls().recent(new Limit(1_000));
      return new Stored(
          storage.sessionViews().list(SessionFilter.ALL, Page.FIRST).items(),
          new HashSet<>(calls.stream().map(DoorsTest::withoutDoor).toList()));
    }
  }

  private static RecordedCall withoutDoor(RecordedCall call) {
    Arrival arrival = call.arrival();
    return new RecordedCall(
        new Arrival(arrival.eventId(), arrival.event(), Door.ENGINE, Duration.ZERO),
        call.at(),
        call.outcome());
  }

  private static OneShotHook oneShot(Path home) {
    return new OneShotHook(
        home.resolve("system.db"),
        new Spool(home.resolve("spool")),
        BareMachine.surroundings(),
        new HookMeans(() -> NOW, random(), length -> {}));
  }

  private static BackgroundDrainer background(Path home, Spool spool) {
    TickingClock clock = new TickingClock();
    HookMeans means = new HookMeans(clock, random(), clock::pass);
    return new BackgroundDrainer(
        home.resolve("system.db"), spool, BareMachine.surroundings(), means, 1);
  }

  private static HookDispatcher dispatcher(SqliteStorage storage) {
    return new HookDispatcher(storage, BareMachine.surroundings(), () -> NOW);
  }

  private static SqliteStorage open(Path home) {
    return SqliteStorage.open(home.resolve("system.db"), PATIENCE, random());
  }

  private static SplittableRandom random() {
    return new SplittableRandom(7);
  }

  /** A clock on which time passes only while somebody waits. */
  private static final class TickingClock implements InstantSource {

    private Instant now = NOW;

    void pass(Duration length) {
      now = now.plus(length);
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
