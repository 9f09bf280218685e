package dev.engine.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.engine.app.Shipped;
import dev.engine.app.SmallDisk;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A writer on a disk of a few megabytes that becomes full in the middle of its script. */
final class FullDiskIT {

  /** A script of three rounds, whose log does not fit beside what lies there. */
  private static final long SEED = 3;

  private static final int ROOM = 160_000;

  /** Megabytes on which the whole script fits with its log, which nobody empties meanwhile. */
  private static final int ROOMY = 8;

  /** So often that a writer goes on trying until there is room; some seconds' worth. */
  private static final int MANY = 100_000;

  @TempDir private Path scratch;

  @ParameterizedTest
  @EnumSource(
      value = Scenario.class,
      mode = Mode.EXCLUDE,
      names = "FIRST_START") // which needs more than the disk has
  void saysSoAcknowledgesNothingThatIsNotThereAndGoesOnWhereThereIsRoom(Scenario scenario)
      throws Exception {
    assumeThat(SmallDisk.isPossible()).isTrue();
    Rehearsal rehearsal = Rehearsal.of(scenario, SEED, scratch);
    Path place = Files.createDirectory(scratch.resolve("disk"));
    WriterJvm jvm = new WriterJvm(Path.of(System.getProperty("engine.distribution")));
    try (SmallDisk disk = SmallDisk.in(place, 2)) {
      Path stage = rehearsal.stage(disk.seen().resolve("stage"));
      disk.fillBut(ROOM);

      Shipped.Result full = disk.run(jvm.writing(rehearsal, place.resolve("stage"), 1), "");
      // SQLite takes the way into the disk's own namespace for one into ours.
      Path after = Folders.copied(stage, scratch.resolve("after"));

      assertThat(full.exitCode()).as(full.toString()).isEqualTo(ScriptedWriter.GAVE_UP);
      List<String> lines = full.out().lines().toList();
      assertThat(lines.getLast()).startsWith("failed ").contains(" ENG-2001 ").contains("full");
      assertThat(new Verdict(rehearsal, after).of(lines.size() - 1)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Scenario.class,
      mode = Mode.EXCLUDE,
      names = "FIRST_START") // which needs more than the disk has
  void goesOnWithinTwoSecondsOfThereBeingRoom(Scenario scenario) throws Exception {
    assumeThat(SmallDisk.isPossible()).isTrue();
    Rehearsal rehearsal = Rehearsal.of(scenario, SEED, scratch);
    Path place = Files.createDirectory(scratch.resolve("disk"));
    WriterJvm jvm = new WriterJvm(Path.of(System.getProperty("engine.distribution")));
    try (SmallDisk disk = SmallDisk.in(place, ROOMY)) {
      rehearsal.stage(disk.seen().resolve("stage"));
      disk.fillBut(ROOM);
      Process writer = disk.start(jvm.writing(rehearsal, place.resolve("stage"), MANY));
      BufferedReader said = writer.inputReader();
      assertThat(said.lines().filter(line -> line.startsWith("failed ")).findFirst()).isPresent();

      long begin = System.nanoTime();
      disk.clear();
      assertThat(said.lines().filter(line -> line.startsWith("done ")).findFirst()).isPresent();
      Duration taken = Duration.ofNanos(System.nanoTime() - begin);

      System.out.printf("%s: went on %d ms after there was room%n", scenario, taken.toMillis());
      assertThat(taken).isLessThan(Duration.ofSeconds(2));
      said.lines().forEach(rest -> {});
      assertThat(writer.waitFor()).isZero();
      Path after = Folders.copied(disk.seen().resolve("stage"), scratch.resolve("after"));
      assertThat(new Verdict(rehearsal, after).of(rehearsal.steps().size())).isEmpty();
    }
  }
}
