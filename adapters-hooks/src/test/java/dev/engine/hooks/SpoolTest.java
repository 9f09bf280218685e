package dev.engine.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.session.SessionExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolTest {

  @TempDir private Path run;

  @Test
  void eventsWaitInTheOrderOfTheirCalls() {
    Spool spool = spool();
    spool.put(call(3, SessionExamples.NOON.plusSeconds(1)));
    spool.put(call(1, SessionExamples.NOON.plusNanos(1_000)));
    spool.put(call(2, SessionExamples.NOON));

    List<Path> waiting = spool.waiting();

    assertThat(waiting)
        .extracting(Spool::id)
        .containsExactly(
            Optional.of(HookCallExamples.id(2)),
            Optional.of(HookCallExamples.id(1)),
            Optional.of(HookCallExamples.id(3)));
    assertThat(spool.oldest()).contains(SessionExamples.NOON);
  }

  @Test
  void onlyItsOwnerCanReadIt() throws IOException {
    Spool spool = spool();
    spool.put(call(1, SessionExamples.NOON));
    spool.tryHold().orElseThrow().close();
    spool.mark(1).renew(SessionExamples.NOON);
    spool.putAside(spool.waiting().getFirst());

    try (var all = Files.walk(folder())) {
      assertThat(all).hasSize(5).allSatisfy(path -> assertThat(mode(path)).isEqualTo(modeOf(path)));
    }
  }

  @Test
  void withoutAHomeNothingIsMade() {
    Spool spool = new Spool(run.resolve("missing").resolve("spool"));

    assertThatThrownBy(() -> spool.put(call(1, SessionExamples.NOON)))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(run).isEmptyDirectory();
  }

  @Test
  void aSpoolThatWasNeverUsedIsEmpty() {
    assertThat(spool().isEmpty()).isTrue();
    assertThat(spool().setAside()).isEmpty();
    assertThat(spool().oldest()).isEmpty();
  }

  @Test
  void whatIsBeingWrittenDoesNotWaitYet() throws IOException {
    Spool spool = spool();
    Path unfinished = unfinished(spool);

    spool.finish(Files.getLastModifiedTime(unfinished).toInstant());

    assertThat(spool.isEmpty()).isTrue();
    assertThat(unfinished).exists();
  }

  @Test
  void whatAKilledHookHasWrittenIsFinishedForIt() throws IOException {
    Spool spool = spool();
    Path unfinished = unfinished(spool);
    Files.setLastModifiedTime(unfinished, FileTime.from(SessionExamples.NOON));

    spool.finish(SessionExamples.NOON.plusSeconds(1));

    assertThat(spool.waiting())
        .extracting(Spool::id)
        .containsExactly(Optional.of(HookCallExamples.id(1)));
  }

  @Test
  void oneHoldsItAtATime() {
    Spool spool = spool();
    Spool.Hold hold = spool.tryHold().orElseThrow();

    assertThat(spool.tryHold()).isEmpty();

    hold.close();
    assertThat(spool.tryHold()).isPresent();
  }

  private Path unfinished(Spool spool) throws IOException {
    spool.put(call(1, SessionExamples.NOON));
    Path whole = spool.waiting().getFirst();
    return Files.move(whole, folder().resolve("." + whole.getFileName() + ".tmp"));
  }

  private Path folder() {
    return run.resolve("spool");
  }

  private Spool spool() {
    return new Spool(folder());
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static String modeOf(Path path) {
    return Files.isDirectory(path) ? "rwx------" : "rw-------";
  }

  private static HookCall call(int number, Instant at) {
    return HookCallExamples.call(number, "{\"session_id\":\"a\"}", Map.of(), at);
  }
}
