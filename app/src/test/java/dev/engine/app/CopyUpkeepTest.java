package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.database.CopyStanding;
import dev.engine.persistence.Serving;
import dev.engine.persistence.SqliteDatabase;
import dev.engine.persistence.SqliteStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engine knows of its copy, whose folder is there or not. */
final class CopyUpkeepTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir private Path root;

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private Path folder;
  private CopyState state;
  private SqliteStorage storage;
  private CopyUpkeep upkeep;

  @BeforeEach
  void open() {
    Path file = root.resolve("home/system.db");
    new SqliteDatabase(file, PATIENCE, now::get).keeper().migrate();
    storage =
        SqliteStorage.serve(
            file, PATIENCE, new SplittableRandom(7), Serving.standard(System::nanoTime));
    folder = root.resolve("copy");
    state = new CopyState(root.resolve("state"));
    upkeep = new CopyUpkeep(storage.copyTo(folder), false, state, now::get);
  }

  @AfterEach
  void close() {
    upkeep.close();
    storage.close();
  }

  @Test
  void aCopyIsCompleteToWhenItsRoundBegan() throws IOException {
    Files.createDirectory(folder);

    upkeep.run();

    assertThat(upkeep.standing().completeTo()).isEqualTo(NOON);
    assertThat(upkeep.standing().trouble()).isNull();
    assertThat(state.read().map(CopyStanding::completeTo)).contains(NOON);
  }

  @Test
  void whatFailsIsToldAndTriedAgainAfterAWhile() throws IOException {
    upkeep.run();
    CopyStanding first = upkeep.standing();
    Files.createDirectory(folder);
    upkeep.run();
    CopyStanding atOnce = upkeep.standing();
    now.set(NOON.plusSeconds(2));

    upkeep.run();

    assertThat(first.trouble()).extracting(CopyStanding.Trouble::since).isEqualTo(NOON);
    assertThat(atOnce).isEqualTo(first);
    assertThat(upkeep.standing().trouble()).isNull();
    assertThat(state.read().map(CopyStanding::completeTo)).contains(NOON.plusSeconds(2));
  }

  @Test
  void aClockThatIsSetBackDoesNotHoldItUp() throws IOException {
    upkeep.run();
    Files.createDirectory(folder);
    now.set(NOON.minus(Duration.ofDays(1)));

    upkeep.run();

    assertThat(upkeep.standing().trouble()).isNull();
  }

  @Test
  void itEmptiesTheLogOnlyWhileItGoesOn() throws IOException {
    boolean before = upkeep.emptiesLog();
    Files.createDirectory(folder);
    upkeep.run();

    boolean after = upkeep.emptiesLog();

    assertThat(before).isFalse();
    assertThat(after).isTrue();
  }
}
