package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.StatusText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writers take turns: those of one process, and those of many. */
final class TurnFileTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private static final Duration SOON = Duration.ofMillis(100);

  @TempDir private Path folder;

  @Test
  void manyProcessesThatWriteAtOnceAllGetTheirShare() throws Exception {
    int processes = 16;
    Path file = TestDatabases.file(folder);
    List<Process> children = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      children.add(ChildJvm.start(Writing.class, entry -> true, file.toString(), "claude-" + i));
    }
    for (Process child : children) {
      assertThat(ChildJvm.line(child)).isEqualTo("ready");
    }

    for (Process child : children) {
      ChildJvm.tell(child);
    }

    List<Integer> shares = new ArrayList<>();
    for (Process child : children) {
      assertThat(ChildJvm.complaints(child)).isEmpty();
      shares.add(Integer.valueOf(String.valueOf(ChildJvm.line(child))));
      assertThat(child.waitFor()).isZero();
    }
    // 0.9 where nothing else runs; by SQLite's lock alone it is below 0.1.
    assertThat(shares).allMatch(share -> share >= Writing.ENOUGH / 4);
  }

  /** Writes until one of all that do has written enough. */
  static final class Writing {

    /** So many that it does not count that some are told to begin before others. */
    static final int ENOUGH = 200;

    public static void main(String... arguments) throws Exception {
      Path file = Path.of(arguments[0]);
      Path stop = file.resolveSibling("stop");
      int count = 0;
      try (SqliteStorage storage =
          SqliteStorage.open(file, TestDatabases.BUSY_TIMEOUT, new SplittableRandom())) {
        Session session = SessionExamples.stored(storage.sessions(), arguments[1]);
        System.out.println("ready");
        System.in.read();
        while (!Files.exists(stop)) {
          storage.sessions().say(session.id(), new StatusText("status " + count), NOON);
          if (++count == ENOUGH) {
            Files.write(stop, new byte[0]); // another may have, too
          }
        }
      }
      System.out.println(count);
    }
  }

  @Test
  void whoWaitsTooLongIsToldWhoHasTheTurn() throws Exception {
    Path file = TestDatabases.file(folder);
    Process holder = holder(file);
    try (TurnFile turns = TurnFile.open(DatabaseFiles.turns(file))) {

      assertThatThrownBy(() -> turns.take(file, SOON))
          .isInstanceOf(StorageUnavailable.class)
          .hasMessage(
              "database %s is held by another writer, process %d, and no turn to write came within"
                      .formatted(file, holder.pid())
                  + " 100 ms");
    } finally {
      holder.destroyForcibly().waitFor();
    }
  }

  @Test
  void theTurnOfAProcessThatDiesIsFree() throws Exception {
    Path file = TestDatabases.file(folder);
    Process holder = holder(file);
    try (TurnFile turns = TurnFile.open(DatabaseFiles.turns(file))) {
      assertThatThrownBy(() -> turns.take(file, SOON)).isInstanceOf(StorageUnavailable.class);
      holder.destroyForcibly();

      Duration left = turns.take(file, TestDatabases.BUSY_TIMEOUT);

      assertThat(left).isLessThanOrEqualTo(TestDatabases.BUSY_TIMEOUT);
      turns.give();
    }
  }

  @Test
  void anInterruptEndsTheWaitAndIsKept() throws Exception {
    Path file = TestDatabases.file(folder);
    Process holder = holder(file);
    try (TurnFile turns = TurnFile.open(DatabaseFiles.turns(file))) {
      CompletableFuture<String> end = new CompletableFuture<>();
      Thread waiting =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      turns.take(file, TestDatabases.BUSY_TIMEOUT);
                      end.complete("a turn");
                    } catch (StorageUnavailable interrupted) {
                      end.complete(
                          interrupted.getMessage() + " " + Thread.currentThread().isInterrupted());
                    }
                  });

      waiting.interrupt();

      assertThat(end.get())
          .isEqualTo("interrupted while waiting for a turn to write to " + file + " true");
    } finally {
      holder.destroyForcibly().waitFor();
    }
  }

  @Test
  void closingOneOfTwoStoresLeavesTheOtherItsTurn() {
    Path path = folder.resolve("system.db.writers");
    try (TurnFile one = TurnFile.open(path)) {
      TurnFile other = TurnFile.open(path);
      one.take(path, SOON);

      other.close();

      assertThat(LockHolders.ofByte(path, 0)).containsExactly(ProcessHandle.current().pid());
      one.give();
    }
  }

  @Test
  void aThreadWaitsForAnotherOfTheSameProcess() {
    Path path = folder.resolve("system.db.writers");
    try (TurnFile turns = TurnFile.open(path)) {
      turns.take(path, SOON);

      CompletableFuture<Duration> other =
          CompletableFuture.supplyAsync(() -> turns.take(path, SOON));

      assertThatThrownBy(other::get)
          .hasCauseInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("is held by another writer and no turn");
      turns.give();
    }
  }

  @Test
  void aTurnThatNobodyWantsCostsNoPatience() {
    Path path = folder.resolve("system.db.writers");
    try (TurnFile turns = TurnFile.open(path)) {
      Duration left = turns.take(path, SOON);

      assertThat(left).isEqualTo(SOON);
      turns.give();
    }
  }

  @Test
  void whereNoTurnsCanBeTakenItSaysSo() throws Exception {
    Path path = Files.createDirectory(folder.resolve("system.db.writers"));
    try (TurnFile turns = TurnFile.open(path)) {

      assertThatThrownBy(() -> turns.take(path, SOON))
          .isInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("%s, at which writers wait for their turn, failed", path);
    }
  }

  /** A process that has the turn, for as long as it lives. */
  private static Process holder(Path file) throws Exception {
    Process holder = ChildJvm.start(Holding.class, entry -> true, file.toString());
    assertThat(ChildJvm.line(holder)).isEqualTo("held");
    return holder;
  }

  /** Takes the turn and keeps it until its input ends. */
  static final class Holding {

    public static void main(String... arguments) throws Exception {
      Path file = Path.of(arguments[0]);
      TurnFile.open(DatabaseFiles.turns(file)).take(file, TestDatabases.BUSY_TIMEOUT);
      System.out.println("held");
      System.in.read();
    }
  }
}
