package dev.engine.domain.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What every {@link WorkerLogs} promises. */
public interface WorkerLogsContract {

  WorkerLogs logs();

  /** A workspace in which nothing was printed yet. */
  Path workspace();

  /** Has the attempt that was launched last print {@code text}. */
  void print(LogStream stream, String text);

  /** Makes what was printed so far that of {@code attempt}, behind which another is launched. */
  void takeAway(int attempt);

  @Test
  default void whereNothingWasPrintedThereIsNothing() {
    assertThat(logs().latest(workspace(), LogStream.STDOUT)).isEmpty();
    assertThat(logs().earlier(workspace(), 1, LogStream.STDOUT)).isEmpty();
    assertThat(logs().latest(workspace().resolveSibling("0000beef"), LogStream.STDOUT)).isEmpty();
  }

  @Test
  default void eachStreamIsReadByItself() {
    print(LogStream.STDOUT, "done\n");
    print(LogStream.STDERR, "warning\n");

    assertThat(text(LogStream.STDOUT)).isEqualTo("done\n");
    assertThat(text(LogStream.STDERR)).isEqualTo("warning\n");
  }

  @Test
  default void anyPartIsRead() {
    print(LogStream.STDOUT, "0123456789");

    try (WorkerLog log = logs().latest(workspace(), LogStream.STDOUT).orElseThrow()) {
      assertThat(log.size()).isEqualTo(10);
      assertThat(log.read(2, 3)).asString().isEqualTo("234");
      assertThat(log.read(8, 100)).asString().isEqualTo("89");
      assertThat(log.read(10, 100)).isEmpty();
      assertThat(log.read(Long.MAX_VALUE, 100)).isEmpty();
    }
  }

  @Test
  default void whatIsPrintedMeanwhileIsSeen() {
    print(LogStream.STDOUT, "one ");

    try (WorkerLog log = logs().latest(workspace(), LogStream.STDOUT).orElseThrow()) {
      print(LogStream.STDOUT, "two");

      assertThat(log.read(4, 100)).asString().isEqualTo("two");
    }
  }

  @Test
  default void whatIsOpenStaysThatOfItsAttempt() {
    print(LogStream.STDOUT, "first");

    try (WorkerLog log = logs().latest(workspace(), LogStream.STDOUT).orElseThrow()) {
      takeAway(1);
      print(LogStream.STDOUT, "second");

      assertThat(log.read(0, 100)).asString().isEqualTo("first");
    }
  }

  @Test
  default void earlierAttemptsAreKept() {
    print(LogStream.STDOUT, "first");
    takeAway(1);
    print(LogStream.STDOUT, "second");

    try (WorkerLog log = logs().earlier(workspace(), 1, LogStream.STDOUT).orElseThrow()) {
      assertThat(log.read(0, 100)).asString().isEqualTo("first");
    }
    assertThat(text(LogStream.STDOUT)).isEqualTo("second");
    assertThat(logs().earlier(workspace(), 2, LogStream.STDOUT)).isEmpty();
  }

  private String text(LogStream stream) {
    try (WorkerLog log = logs().latest(workspace(), stream).orElseThrow()) {
      return new String(log.read(0, Math.toIntExact(log.size())), StandardCharsets.UTF_8);
    }
  }
}
