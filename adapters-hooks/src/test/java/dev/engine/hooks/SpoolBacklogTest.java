package dev.engine.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.hook.HookBacklog;
import dev.engine.domain.session.SessionExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpoolBacklogTest {

  private static final Instant NOON = SessionExamples.NOON;

  @TempDir private Path run;

  @Test
  void aHomeThatWasNeverUsedHasNone() {
    assertThat(backlog()).isEqualTo(HookBacklog.NONE);
  }

  @Test
  void itTellsWhatWaitsAndWhatStandsAside() throws IOException {
    Spool spool = spool();
    for (int number = 1; number <= 3; number++) {
      spool.put(HookCallExamples.call(number, "{}", Map.of(), NOON.plusSeconds(number)));
    }
    spool.putAside(spool.waiting().getFirst());
    Path foreign = Files.writeString(run.resolve("spool").resolve("foreign"), "");
    Files.setLastModifiedTime(foreign, FileTime.from(NOON.plusSeconds(9)));
    spool.putAside(foreign);

    assertThat(backlog())
        .isEqualTo(new HookBacklog(2, NOON.plusSeconds(2), 2, NOON.plusSeconds(1), null));
  }

  @Test
  void itTellsUntilWhenTheBreakerIsOpen() throws IOException {
    Files.writeString(run.resolve("hook-breaker"), "5 1767614400000001\n");

    assertThat(backlog().spoolOnlyUntil()).isEqualTo(NOON.plusNanos(1_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "five minutes", "5 99999999999999999999"})
  void aBreakerThatSaysNothingIsNotOpen(String content) throws IOException {
    Files.writeString(run.resolve("hook-breaker"), content);

    assertThat(backlog().spoolOnlyUntil()).isNull();
  }

  private HookBacklog backlog() {
    return new SpoolBacklog(spool(), run.resolve("hook-breaker")).get();
  }

  private Spool spool() {
    return new Spool(run.resolve("spool"));
  }
}
