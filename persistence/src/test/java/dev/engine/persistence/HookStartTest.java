package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.journal.Actor;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionId;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hook starts in milliseconds: what it does not need must not be loaded. */
final class HookStartTest {

  @TempDir private Path folder;

  @Test
  void sessionsAreKeptWithoutFlywayAndWithoutJooq() throws Exception {
    Path file = TestDatabases.file(folder);

    Process child =
        ChildJvm.start(
            Child.class,
            entry -> !entry.contains("flyway") && !entry.contains("jooq"),
            file.toString());

    assertThat(ChildJvm.output(child)).containsExactly("Optional.empty");
    assertThat(child.waitFor()).isZero();
  }

  /** Opens the store, stores a session and looks for another. */
  static final class Child {

    public static void main(String... arguments) {
      Path file = Path.of(arguments[0]);
      try (SqliteStorage storage =
          SqliteStorage.open(file, TestDatabases.BUSY_TIMEOUT, new SplittableRandom(7))) {
        SessionExamples.stored(storage.as(Actor.HOOK).sessions(), "a");
        System.out.println(storage.sessions().find(new SessionId("0000000a")));
      }
    }
  }
}
