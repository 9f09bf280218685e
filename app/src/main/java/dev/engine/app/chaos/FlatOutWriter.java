package dev.engine.app.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationType;
import dev.engine.persistence.SqliteStorage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/**
 * One of many processes that write to a store as fast as they can: {@code FOLDER CONVERSATION}. It
 * queues a notice, says {@code ready}, waits for a line with a number of milliseconds, and then
 * queues one after another for so long. What came of it is its last line, see {@link #main}.
 */
public final class FlatOutWriter {

  static final String READY = "ready";

  /** As a command has. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SqliteStorage storage;
  private final ConversationId conversation;
  private int acknowledged;
  private int failed;
  private String lastFailure = "-";
  private long longestNanos;

  private FlatOutWriter(SqliteStorage storage, ConversationId conversation) {
    this.storage = storage;
    this.conversation = conversation;
  }

  /**
   * Says at last how many writes were acknowledged, the one before {@code ready} included, how many
   * failed, how many microseconds the longest took, and the last failure or a dash.
   */
  public static void main(String[] args) throws IOException {
    try (SqliteStorage storage =
        SqliteStorage.open(
            Scene.file(Path.of(args[0])),
            PATIENCE,
            new SplittableRandom(ProcessHandle.current().pid()))) {
      FlatOutWriter writer = new FlatOutWriter(storage, new ConversationId(args[1]));
      writer.write();
      System.out.println(READY);
      String length = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
      writer.writeFor(Duration.ofMillis(Long.parseLong(length)));
      System.out.println(writer);
    }
  }

  private void writeFor(Duration length) {
    longestNanos = 0; // the first one loads classes, which nobody waits for at a lock
    long end = System.nanoTime() + length.toNanos();
    while (System.nanoTime() - end < 0) {
      write();
    }
  }

  private void write() {
    String number = Integer.toString(acknowledged + failed);
    Notice notice = new Notice(conversation, NotificationType.MESSAGE, number, "write", number);
    long begin = System.nanoTime();
    try {
      storage.notifications().queue(notice, Instant.now().truncatedTo(ChronoUnit.MILLIS));
      acknowledged++;
    } catch (EngineException failure) {
      failed++;
      lastFailure = failure.code() + " " + failure.getMessage();
    }
    longestNanos = Math.max(longestNanos, System.nanoTime() - begin);
  }

  @Override
  public String toString() {
    return "%d %d %d %s".formatted(acknowledged, failed, longestNanos / 1_000, lastFailure);
  }
}
