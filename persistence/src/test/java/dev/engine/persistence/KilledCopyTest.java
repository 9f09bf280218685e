package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.database.CopyTrial;
import dev.engine.domain.database.Progress;
import dev.engine.domain.ping.PingExamples;
import dev.engine.domain.ping.PingId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that write and copy all the while are killed at random moments, and so are the programs
 * that read for them, {@code -Dengine.kills=200} of them for a long run and {@code -Dengine.seed=7}
 * for other moments. Then the database counts as lost: what was acknowledged before the last round
 * of the copy is in the copy.
 */
final class KilledCopyTest {

  private static final int KILLS = Integer.getInteger("engine.kills", 6);

  /** Enough for some emptied logs. */
  private static final int MOST_ROUNDS = 12;

  /** As long as a first copy takes, and some rounds. */
  private static final int LONGEST_REST_MILLIS = 300;

  private static final String SHIPPED = "shipped";

  @TempDir private Path folder;

  private final SplittableRandom random = new SplittableRandom(Long.getLong("engine.seed", 1));

  @Test
  void whatWasAcknowledgedBeforeTheLastRoundIsInTheCopy() throws Exception {
    Path file = TestDatabases.file(CopyScene.emptyFolder(folder.resolve("home")));
    Path copy = CopyScene.emptyFolder(folder.resolve("copy"));
    Set<String> safe = new HashSet<>();
    int rounds = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      List<String> reported = killed(file, copy, random.nextInt(MOST_ROUNDS));
      rounds += (int) reported.stream().filter(SHIPPED::equals).count();
      safe.addAll(acknowledged(reported));

      assertThat(kept(copy)).as("kill %d", kill).containsAll(safe);
    }

    assertThat(rounds).as("rounds of the copy").isGreaterThan(KILLS);
    assertThat(safe).isNotEmpty();
  }

  /** The ids before the last line that tells of a round which began after them. */
  private static Set<String> acknowledged(List<String> reported) {
    return reported.subList(0, Math.max(0, reported.lastIndexOf(SHIPPED))).stream()
        .filter(line -> line.length() == 8)
        .collect(Collectors.toSet());
  }

  /** What a restore would bring back; all of it is sound. */
  private Set<String> kept(Path copy) throws Exception {
    Path lost = CopyScene.emptyFolder(folder.resolve("new-home")).resolve("system.db");
    if (!TakenCopy.isIn(copy) || DatabaseFiles.list(copy).size() < 2) {
      return Set.of(); // killed before the first copy was whole
    }
    SqliteDatabase anew = CopyScene.database(lost);
    CopyTrial trial = anew.backups().drillCopy(copy, Progress.UNSEEN);
    assertThat(trial.problems()).isEmpty();
    anew.backups().restore(copy);
    return Set.copyOf(CareFolder.query(lost, "SELECT id FROM pings"));
  }

  /** Lets a process copy so many rounds and a little more, and returns what it has written. */
  private List<String> killed(Path file, Path copy, int rounds) throws Exception {
    Process child = ChildJvm.start(Copying.class, entry -> true, file.toString(), copy.toString());
    List<String> reported = new ArrayList<>();
    reported.add(String.valueOf(ChildJvm.line(child))); // from then on it is at work
    for (int left = rounds; left > 0; ) {
      String line = String.valueOf(ChildJvm.line(child));
      reported.add(line);
      if (line.equals(SHIPPED)) {
        left--;
        child.children().findFirst().ifPresent(ProcessHandle::destroyForcibly);
      }
    }
    child.waitFor(random.nextInt(LONGEST_REST_MILLIS), TimeUnit.MILLISECONDS);
    child.toHandle().destroyForcibly(); // a process would close what can still be read
    for (String line = ChildJvm.line(child); line != null; line = ChildJvm.line(child)) {
      reported.add(line);
    }
    child.waitFor();
    return reported;
  }

  /** Writes all the while and says what; says so, too, when all that it has said is copied. */
  static final class Copying {

    public static void main(String... arguments) {
      Path file = Path.of(arguments[0]);
      SqliteStorage storage =
          SqliteStorage.serve(
              file,
              TestDatabases.BUSY_TIMEOUT,
              new SplittableRandom(),
              Serving.standard(System::nanoTime));
      SqliteCopy copy = storage.copyTo(Path.of(arguments[1]));
      Queue<PingId> acknowledged = new ConcurrentLinkedQueue<>();
      acknowledged.add(ask(storage)); // classes are loaded, which takes the writer's turn for long
      System.out.println("begins");
      for (int i = 0; i < 2; i++) {
        Thread.ofPlatform().start(() -> write(storage, acknowledged));
      }
      for (int round = 0; ; round++) {
        for (int left = acknowledged.size(); left > 0; left--) {
          System.out.println(acknowledged.remove());
        }
        try {
          copy.ship();
          System.out.println(SHIPPED);
          if (round % 3 == 2) {
            copy.emptyLog();
          }
        } catch (RuntimeException readerKilled) {
          System.out.println("failed");
        }
      }
    }

    private static void write(SqliteStorage storage, Queue<PingId> acknowledged) {
      while (true) {
        acknowledged.add(ask(storage));
      }
    }

    private static PingId ask(SqliteStorage storage) {
      return storage.pings().send(PingExamples.question("Go on?"), PingExamples.NOON).id();
    }
  }
}
