package dev.engine.app.chaos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A writer is killed right before a system call by which it would change a file, at another call
 * each time.
 */
final class KillPoints implements Experiment {

  private record Point(Rehearsal rehearsal, SystemCall call) {}

  private final WriterJvm jvm;

  KillPoints(WriterJvm jvm) {
    this.jvm = jvm;
  }

  @Override
  public String name() {
    return "kill-points";
  }

  @Override
  public String invariant() {
    return "killed at any system call: nothing acknowledged is lost, nothing is half done, the file"
        + " is sound, the next start goes on";
  }

  @Override
  public Optional<String> lacking() {
    return Strace.lacking();
  }

  @Override
  public Trials run(long seed, Budget budget, Path scratch) {
    return Rounds.ofEach(scratch, this::points, this::kill).run(seed, budget);
  }

  private List<Point> points(Rehearsal rehearsal, Path folder, Trials trials) {
    return calls(rehearsal, folder, trials).stream()
        .map(call -> new Point(rehearsal, call))
        .toList();
  }

  /** Those of a whole run, which must end as the rehearsal did: else nothing could be told. */
  private List<SystemCall> calls(Rehearsal rehearsal, Path folder, Trials trials) {
    Path stage = rehearsal.stage(folder.resolve("watched"));
    List<SystemCall> calls =
        Strace.calls(jvm.writing(rehearsal, stage, 1), stage, folder.resolve("log"));
    List<String> broken = new Verdict(rehearsal, stage).of(rehearsal.steps().size());
    if (!broken.isEmpty()) {
      String name = "%s, seed %d, not killed".formatted(rehearsal.scenario(), rehearsal.seed());
      trials.add(name, "not killed", broken);
    }
    return calls;
  }

  private void kill(Point point, Path folder, Trials trials) {
    Rehearsal rehearsal = point.rehearsal();
    String name = "%s-%s".formatted(rehearsal.scenario().name(), point.call());
    Path stage = rehearsal.stage(folder.resolve(name.replace(' ', '-')));
    WriterRun run = WriterRun.of(Strace.killing(jvm.writing(rehearsal, stage, 1), point.call()));
    List<String> broken = new ArrayList<>(new Verdict(rehearsal, stage).of(run.done()));
    if (!run.wasKilled() && run.exitCode() != 0) {
      broken.add("the writer ended otherwise: " + run);
    }
    trials.add(
        "%s, seed %d, killed at %s, in '%s'"
            .formatted(
                rehearsal.scenario(),
                rehearsal.seed(),
                point.call(),
                rehearsal.stepAfter(run.done())),
        run.wasKilled() ? rehearsal.stepAfter(run.done()) : "not reached",
        broken);
    Folders.delete(stage);
  }
}
