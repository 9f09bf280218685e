package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.hook.HookOutcome;
import dev.engine.domain.hook.RecordedCall;
import dev.engine.domain.install.HomeFolder;
import dev.engine.hooks.HookCall;
import dev.engine.hooks.HookEnvironment;
import dev.engine.hooks.Spool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events that nobody takes, and the processes that store them later. */
final class HookSpoolIT {

  private static final int AT_ONCE = 32;

  @TempDir private Path folder;

  @Test
  void thirtyTwoAtOnceAreStoredOnceAndInTheirOrder() throws Exception {
    Path project = Shipped.project(folder);

    List<Shipped.Result> results;
    try (FileChannel nobodyDrains = heldSpool(project)) {
      results = atOnce(project);
      assertThat(nobodyDrains.isOpen()).isTrue();
      assertThat(spool(project).size()).isEqualTo(AT_ONCE);
    }

    assertThat(results).containsOnly(new Shipped.Result(0, "", ""));
    HookStore store = HookStore.of(project);
    List<RecordedCall> calls = store.calls();
    assertThat(calls).hasSize(AT_ONCE);
    assertThat(calls).extracting(call -> call.arrival().door()).containsOnly(Door.SPOOL);
    assertThat(store.sessionCount()).isEqualTo(AT_ONCE);
    assertThat(storedAt(calls)).isSorted();
  }

  @Test
  void aDrainerThatIsKilledLosesNothingAndStoresNothingTwice() throws Exception {
    Path project = Shipped.project(folder);
    SplittableRandom random = new SplittableRandom(7);
    int count = 400;
    Spool spool = spool(project);
    for (int number = 0; number < count; number++) {
      spool.put(call(number));
    }

    int kills = 0;
    int hooks = 0;
    while (!spool.isEmpty() && hooks < 20) {
      Shipped.hook(project, payload("late"), "Stop");
      hooks++;
      kills += killDrainer(project, Duration.ofMillis(random.nextInt(50, 800))) ? 1 : 0;
    }

    Shipped.hook(project, payload("late"), "Stop"); // for the last one may have been killed too
    hooks++;

    assertThat(kills).isPositive();
    HookStore store = HookStore.of(project);
    assertThat(store.calls()).hasSize(count + hooks);
    assertThat(spool.setAside()).isEmpty();
    assertThat(store.sessionCount()).isEqualTo(2);
  }

  @Test
  void whateverTheUmaskOnlyTheOwnerCanReadTheSpool() throws Exception {
    Path project = Shipped.project(folder);

    try (FileChannel nobodyDrains = heldSpool(project)) {
      Shipped.Result result =
          Shipped.run(
              project,
              List.of(
                  "sh",
                  "-c",
                  "umask 000; exec \"$0\" --home \"$1\" Stop",
                  Shipped.DISTRIBUTION.resolve("bin/engine-hook").toString(),
                  project.resolve(".engine").toString()),
              payload("a"),
              Map.of());
      assertThat(result).isEqualTo(new Shipped.Result(0, "", ""));
      assertThat(nobodyDrains.isOpen()).isTrue();

      try (Stream<Path> all = Files.walk(HomeFolder.of(project).run())) {
        assertThat(all).allSatisfy(path -> assertThat(mode(path)).isEqualTo(closed(path)));
      }
    }
  }

  @Test
  void whatCannotBeReadIsToldAndInNobodysWay() throws Exception {
    Path project = Shipped.project(folder);
    Path garbage = spool(project).path().resolve("0-garbage.event");
    Files.createDirectories(garbage.getParent());
    Files.writeString(garbage, "PO");

    Shipped.hook(project, payload("a"), "Stop");

    HookStore store = HookStore.of(project);
    assertThat(store.events()).containsExactly("Stop");
    JsonNode attention = json(project, "attention", "--json");
    assertThat(attention.get(0).path("kind").asString()).isEqualTo("events_set_aside");
    JsonNode status = json(project, "status", "--json");
    assertThat(status.path("spool").path("setAsideCount").asInt()).isEqualTo(1);
    assertThat(Shipped.engine(project, "doctor").out()).contains("warn  spool");
  }

  @Test
  void aPayloadThatBreaksOffIsRememberedAsRefused() throws Exception {
    Path project = Shipped.project(folder);

    Shipped.Result result = Shipped.hook(project, "{\"session_id\":", "Stop");

    assertThat(result).isEqualTo(new Shipped.Result(0, "", ""));
    assertThat(HookStore.of(project).calls())
        .extracting(RecordedCall::outcome)
        .containsExactly(HookOutcome.REFUSED);
  }

  @Test
  void aCommandStoresWhatWaits() throws Exception {
    Path project = Shipped.project(folder);
    spool(project).put(call(1));

    JsonNode sessions = json(project, "session", "list", "--json");

    assertThat(sessions).hasSize(1);
    assertThat(spool(project).isEmpty()).isTrue();
  }

  @Test
  void canariesProveThatTheInstalledHooksWork() throws Exception {
    Path project = Shipped.project(folder);

    JsonNode flights = json(project, "doctor", "--canary", "--json");

    assertThat(flights.size()).isGreaterThanOrEqualTo(10);
    assertThat(flights).allMatch(flight -> flight.path("hasArrived").asBoolean());
    assertThat(flights)
        .filteredOn(flight -> flight.path("event").asString().equals("SessionStart"))
        .extracting(flight -> flight.path("door").asString())
        .containsExactly("one-shot");
    assertThat(flights)
        .filteredOn(flight -> flight.path("event").asString().equals("Stop"))
        .extracting(flight -> flight.path("door").asString())
        .containsExactly("spool");
    assertThat(HookStore.of(project).sessionCount()).isZero();
  }

  /** As long as it is open, no other process takes anything out of the spool. */
  private static FileChannel heldSpool(Path project) throws IOException {
    Path spool = spool(project).path();
    Files.createDirectory(
        spool, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path lock =
        Files.createFile(
            spool.resolve(".lock"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
    assertThat(channel.tryLock()).isNotNull();
    return channel;
  }

  private static List<Shipped.Result> atOnce(Path project) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Shipped.Result>> running =
          IntStream.range(0, AT_ONCE)
              .mapToObj(
                  i -> threads.submit(() -> Shipped.hook(project, payload("s" + i), "PreToolUse")))
              .toList();
      List<Shipped.Result> results = new ArrayList<>();
      for (Future<Shipped.Result> result : running) {
        results.add(result.get());
      }
      return results;
    }
  }

  /** Kills the process that the mark names, some time after it has said that it is there. */
  private static boolean killDrainer(Path project, Duration after) throws IOException {
    Path mark = spool(project).path().resolve(".drainer");
    new ThreadPauses().pause(after);
    if (!Files.exists(mark)) {
      return false;
    }
    String pid = Files.readString(mark).split(" ", -1)[0];
    Optional<ProcessHandle> drainer =
        Optional.of(pid)
            .filter(HookSpoolIT::isDrainer)
            .map(Long::valueOf)
            .flatMap(ProcessHandle::of);
    drainer.ifPresent(ProcessHandle::destroyForcibly);
    drainer.ifPresent(process -> process.onExit().join());
    return drainer.isPresent();
  }

  /** Numbers are given away again: nobody else's process must be killed. */
  private static boolean isDrainer(String pid) {
    try {
      return Files.readString(Path.of("/proc", pid, "cmdline")).contains("--drain");
    } catch (IOException gone) {
      return false;
    }
  }

  /** When each was stored, in the order in which they were called. */
  private static List<Instant> storedAt(List<RecordedCall> calls) {
    return calls.stream().map(call -> call.at().plus(call.arrival().took())).toList();
  }

  private static HookCall call(int number) {
    return new HookCall(
        new HookEventId("%032x".formatted(number)),
        Door.ONE_SHOT,
        "PreToolUse",
        payload("early"),
        new HookEnvironment(Map.of()),
        Instant.parse("2026-01-05T12:00:00Z").plusMillis(number));
  }

  private static Spool spool(Path project) {
    return new Spool(HomeFolder.of(project).spool());
  }

  private static String mode(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static String closed(Path path) {
    return Files.isDirectory(path) ? "rwx------" : "rw-------";
  }

  private static JsonNode json(Path project, String... command) {
    Shipped.Result result = Shipped.engine(project, command);
    assertThat(result.exitCode()).as(result.toString()).isZero();
    return new JsonMapper().readTree(result.out());
  }

  private static String payload(String session) {
    return "{\"session_id\":\"%s\"}".formatted(session);
  }
}
