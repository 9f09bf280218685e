package dev.engine.app.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A system call by which a writer changes a file fails, once or from then on, as on a disk that is
 * broken or full.
 */
final class FailingCalls implements Experiment {

  /** How a call fails. */
  private enum Fault {
    EIO_ONCE("EIO", ""),
    EIO_LASTING("EIO", "+"),
    ENOSPC_ONCE("ENOSPC", ""),
    ENOSPC_LASTING("ENOSPC", "+"),
    EINTR_ONCE("EINTR", ""); // lasting, no program could get on: it is to be tried again

    private final String error;
    private final String andThen;

    Fault(String error, String andThen) {
      this.error = error;
      this.andThen = andThen;
    }

    boolean isLasting() {
      return !andThen.isEmpty();
    }

    @Override
    public String toString() {
      return error + (isLasting() ? " from then on" : " once");
    }
  }

  private record Point(Rehearsal rehearsal, SystemCall call, Fault fault) {}

  /** A fault that is over has to be got over by the second attempt. */
  private static final int ATTEMPTS = 3;

  private static final Duration PROMISED = Duration.ofSeconds(2);

  private static final Set<String> JVM_CALLS = Set.of("openat", "write");

  private final WriterJvm jvm;

  FailingCalls(WriterJvm jvm) {
    this.jvm = jvm;
  }

  @Override
  public String name() {
    return "failing-calls";
  }

  @Override
  public String invariant() {
    return "a system call fails, once or from then on: an error with a code, nothing acknowledged"
        + " that is not there, and it goes on within 2 s of the fault's end";
  }

  @Override
  public Optional<String> lacking() {
    return Strace.lacking();
  }

  @Override
  public Trials run(long seed, Budget budget, Path scratch) {
    return Rounds.ofEach(scratch, this::points, this::fail).run(seed, budget);
  }

  private List<Point> points(Rehearsal rehearsal, Path folder, Trials trials) {
    Path stage = rehearsal.stage(folder.resolve("watched"));
    List<Point> points = new ArrayList<>();
    for (SystemCall call :
        Strace.calls(jvm.writing(rehearsal, stage, 1), stage, folder.resolve("log"))) {
      if (isOfTheStore(call)) {
        for (Fault fault : Fault.values()) {
          points.add(new Point(rehearsal, call, fault));
        }
      }
    }
    return points;
  }

  /**
   * The JVM opens and writes files of its own, too, and not in the same order each time: the n-th
   * of such calls may be one of those, without which no program goes on.
   */
  private static boolean isOfTheStore(SystemCall call) {
    return !JVM_CALLS.contains(call.name());
  }

  private void fail(Point point, Path folder, Trials trials) {
    Rehearsal rehearsal = point.rehearsal();
    String name = "%s-%s-%s".formatted(rehearsal.scenario().name(), point.call(), point.fault());
    Path stage = rehearsal.stage(folder.resolve(name.replace(' ', '-')));
    List<String> writing = jvm.writing(rehearsal, stage, point.fault().isLasting() ? 1 : ATTEMPTS);
    WriterRun run =
        WriterRun.of(
            Strace.failing(
                writing,
                point.call().name(),
                point.fault().error,
                point.call().number() + point.fault().andThen));
    Verdict verdict = new Verdict(rehearsal, stage);
    List<String> broken = new ArrayList<>(verdict.of(run.done()));
    broken.addAll(unclear(point, run));
    // What lasted is over with the process that it was done to; the next one goes on.
    healed(point.fault().isLasting() ? verdict.resumedAfter() : run.healedAfter(), trials, broken);
    trials.add(
        "%s, seed %d, %s at %s, in '%s'"
            .formatted(
                rehearsal.scenario(),
                rehearsal.seed(),
                point.fault(),
                point.call(),
                rehearsal.stepAfter(run.done())),
        outcome(point, run),
        broken);
    Folders.delete(stage);
  }

  private static void healed(Duration after, Trials trials, List<String> broken) {
    trials.longest("healed after", after);
    if (after.compareTo(PROMISED) > 0) {
      broken.add("it went on %d ms after the fault only".formatted(after.toMillis()));
    }
  }

  /** Either nothing came of the fault, or an error with a code of the store. */
  private static List<String> unclear(Point point, WriterRun run) {
    List<String> broken = new ArrayList<>();
    boolean isClear =
        run.exitCode() == 0
            || (run.exitCode() == ScriptedWriter.GAVE_UP && !run.failures().isEmpty());
    if (!isClear) {
      broken.add("no clear error: " + run);
    }
    run.failures().stream()
        .filter(failure -> !failure.contains(" ENG-20"))
        .forEach(failure -> broken.add("an error of another kind: " + failure));
    if (!point.fault().isLasting() && run.done() < point.rehearsal().steps().size()) {
      broken.add("one fault was not got over: " + run);
    }
    return broken;
  }

  private static String outcome(Point point, WriterRun run) {
    String end = run.exitCode() != 0 ? "gave up" : run.failures().isEmpty() ? "unmoved" : "healed";
    return point.fault() + ": " + end;
  }
}
