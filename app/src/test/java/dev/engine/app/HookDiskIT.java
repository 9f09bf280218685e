package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hooks whose disk takes nothing: the session goes on, an event is kept or said to be lost, and all
 * is well as soon as the disk is.
 */
final class HookDiskIT {

  /** A database, its log and what hooks add; small enough to be full at once. */
  private static final int MEBIBYTES = 16;

  @TempDir private Path project;

  private SmallDisk disk;

  @BeforeEach
  void initialise() throws IOException {
    assumeTrue(SmallDisk.isPossible(), "this user may not mount a file system");
    disk = SmallDisk.in(project, MEBIBYTES);
    Shipped.Result init =
        disk.run(List.of(program("engine"), "init", "--project", project.toString(), "--yes"), "");
    assertThat(init.exitCode()).as(init.toString()).isZero();
  }

  @AfterEach
  void unmount() {
    if (disk != null) {
      disk.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SessionStart", "Stop"})
  void onAFullDiskAnEventIsSaidToBeLost(String event) throws IOException {
    disk.fill();

    Shipped.Result lost = hook(event, "full");
    List<String> halves = unfinished();

    disk.clear();
    Shipped.Result healed = hook(event, "healed");
    isSaidToBeLost(lost);
    assertThat(healed.err()).isEmpty();
    assertThat(listed("claudeSessionId", "session", "list")).containsExactly("healed");
    assertThat(halves).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SessionStart", "Stop"})
  void inAHomeThatIsReadOnlyAnEventIsSaidToBeLost(String event) {
    disk.close(home());

    Shipped.Result lost = hook(event, "closed");

    disk.open(home());
    Shipped.Result healed = hook(event, "healed");
    isSaidToBeLost(lost);
    assertThat(healed.err()).isEmpty();
    assertThat(listed("claudeSessionId", "session", "list")).containsExactly("healed");
  }

  @Test
  void whereOnlyTheDatabaseIsReadOnlyAnEventWaitsUntilItIsNot() {
    disk.close(home().resolve("data/db"));

    Shipped.Result start = hook("SessionStart", "closed");
    Shipped.Result stop = hook("Stop", "closed");

    assertThat(start.exitCode()).isZero();
    assertThat(start.out()).isEmpty();
    assertThat(start.err()).endsWith("; the event waits in the spool\n").hasLineCount(1);
    assertThat(stop).isEqualTo(new Shipped.Result(0, "", ""));
    disk.open(home().resolve("data/db"));
    assertThat(hook("PreToolUse", "closed")).isEqualTo(new Shipped.Result(0, "", ""));
    assertThat(listed("kind", "events", "tail"))
        .containsExactly("session.started", "session.tool_active");
  }

  private static void isSaidToBeLost(Shipped.Result result) {
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("engine: ENG-2").contains("lost").hasLineCount(1);
  }

  private Shipped.Result hook(String event, String session) {
    String payload =
        "{\"session_id\":\"%s\",\"hook_event_name\":\"%s\",\"source\":\"startup\"}"
            .formatted(session, event);
    return disk.run(List.of(program("engine-hook"), "--home", home().toString(), event), payload);
  }

  /** What was begun and not finished: it would be set aside later, as if it were an event. */
  private List<String> unfinished() throws IOException {
    try (Stream<Path> files = Files.list(disk.seen().resolve(".engine/run/spool"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".tmp"))
          .toList();
    }
  }

  /** The {@code field} of all that a command lists, when everything that waited is stored. */
  private List<String> listed(String field, String... command) {
    HookStore.of(disk.seen()).awaitDrained();
    List<String> words = new ArrayList<>(List.of(command));
    words.addFirst(program("engine"));
    words.addAll(List.of("--project", project.toString(), "--json"));
    Shipped.Result result = disk.run(words, "");
    return new JsonMapper()
        .readTree(result.out())
        .valueStream()
        .map(one -> one.get(field).asString())
        .toList();
  }

  private Path home() {
    return project.resolve(".engine");
  }

  private static String program(String name) {
    return Shipped.DISTRIBUTION.resolve("bin").resolve(name).toString();
  }
}
