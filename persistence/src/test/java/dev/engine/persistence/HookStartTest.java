package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.SessionId;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hook starts in milliseconds: what it does not need must not be loaded. */
final class HookStartTest {

  @TempDir private Path folder;

  @Test
  void sessionsAreReadWithoutFlywayAndWithoutJooq() throws Exception {
    Path file = TestDatabases.file(folder);

    Process child =
        ChildJvm.start(
            Child.class,
            entry -> !entry.contains("flyway") && !entry.contains("jooq"),
            file.toString());

    assertThat(ChildJvm.output(child)).containsExactly("Optional.empty");
    assertThat(child.waitFor()).isZero();
  }

  /** Opens the store and looks for a session. */
  static final class Child {

    public static void main(String... arguments) {
      Path file = Path.of(arguments[0]);
      try (SqliteStorage storage =
          SqliteStorage.open(file, TestDatabases.BUSY_TIMEOUT, new SplittableRandom(7))) {
        System.out.println(storage.sessions().find(new SessionId("0000000a")));
      }
    }
  }
}
