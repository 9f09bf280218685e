package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.ping.PingExamples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a serving store has acknowledged is stored, whatever happens to its process then. */
final class KilledWriterTest {

  private static final int ENOUGH = 1_000;

  @TempDir private Path folder;

  @Test
  void everyAcknowledgedWriteOutlivesTheProcess() throws Exception {
    Path file = TestDatabases.file(folder);
    Process child = ChildJvm.start(Writing.class, entry -> true, file.toString());
    List<String> acknowledged = new ArrayList<>();
    while (acknowledged.size() < ENOUGH) {
      acknowledged.add(String.valueOf(ChildJvm.line(child)));
    }

    child.toHandle().destroyForcibly(); // a process would close what can still be read

    // The last line may be cut off; each of the others was written after its write had returned.
    for (String line = ChildJvm.line(child); line != null; line = ChildJvm.line(child)) {
      if (line.length() == 8) {
        acknowledged.add(line);
      }
    }
    assertThat(CareFolder.query(file, "SELECT id FROM pings")).containsAll(acknowledged);
    assertThat(CareFolder.query(file, "PRAGMA integrity_check")).containsExactly("ok");
  }

  /** Many threads write, and print the id of what was stored. */
  static final class Writing {

    public static void main(String... arguments) {
      SqliteStorage storage =
          SqliteStorage.serve(
              Path.of(arguments[0]),
              TestDatabases.BUSY_TIMEOUT,
              new SplittableRandom(7),
              Serving.standard(System::nanoTime));
      IntStream.range(0, 32).forEach(any -> Thread.ofPlatform().start(() -> write(storage)));
    }

    private static void write(SqliteStorage storage) {
      while (true) {
        System.out.println(
            storage.pings().send(PingExamples.question("Go on?"), PingExamples.NOON).id());
      }
    }
  }
}
