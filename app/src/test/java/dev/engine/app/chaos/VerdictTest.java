package dev.engine.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judge of the experiments sees what they look for. */
final class VerdictTest {

  private static final long SEED = 7;

  @TempDir private Path scratch;

  private Rehearsal rehearsal;
  private Path stage;

  @BeforeEach
  void rehearse() {
    rehearsal = Rehearsal.of(Scenario.TELLING, SEED, scratch);
    stage = rehearsal.stage(scratch.resolve("stage"));
  }

  @Test
  void aStoreInWhichEveryAcknowledgedStepIsThereGoesOn() {
    carryOut(3);

    assertThat(new Verdict(rehearsal, stage).of(3)).isEmpty();
    assertThat(Scene.database(stage).contents()).isEqualTo(rehearsal.last());
  }

  @Test
  void aStepThatWasDoneAndNotAcknowledgedIsNotDoneAgain() {
    carryOut(3);

    assertThat(new Verdict(rehearsal, stage).of(2)).isEmpty();
    assertThat(Scene.database(stage).contents()).isEqualTo(rehearsal.last());
  }

  @Test
  void anAcknowledgedStepThatIsNotThereIsSeen() {
    carryOut(2);

    assertThat(new Verdict(rehearsal, stage).of(3))
        .containsExactly("3 acknowledged steps, but the store is as after 2");
  }

  @Test
  void aStepThatIsHalfDoneIsSeen() {
    carryOut(2);
    try (Scene scene = new Scene(stage, SEED + 1)) { // draws other ids than the script
      rehearsal.steps().get(2).run(scene, 2);
    }

    List<String> broken = new Verdict(rehearsal, stage).of(2);

    assertThat(broken).singleElement().asString().startsWith("a half state in the middle of");
  }

  @Test
  void aBackupOfNoMomentIsSeen() {
    Rehearsal care = Rehearsal.of(Scenario.CARE, SEED, scratch.resolve("care"));
    Path other = care.stage(scratch.resolve("other"));
    try (Scene scene = new Scene(other, SEED + 1)) {
      care.steps().get(0).run(scene, 0);
      care.steps().get(1).run(scene, 1);
    }
    Path found = care.stage(scratch.resolve("found"));
    Folders.copied(other.resolve("backups"), found.resolve("backups"));

    assertThat(new Verdict(care, found).of(0))
        .singleElement()
        .asString()
        .endsWith("is of no moment that there was");
  }

  private void carryOut(int steps) {
    try (Scene scene = new Scene(stage, SEED)) {
      for (int i = 0; i < steps; i++) {
        rehearsal.steps().get(i).run(scene, i);
      }
    }
  }
}
