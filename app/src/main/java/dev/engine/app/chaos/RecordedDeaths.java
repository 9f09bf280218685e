package dev.engine.app.chaos;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a killed writer leaves, without killing one: the changes that a whole run made to its files
 * are recorded, and made again up to any of them. The kernel keeps what a process has written, so
 * that is what is found after its death.
 */
final class RecordedDeaths implements Experiment {

  /** To go on with the script takes longest, and is done from every so manieth state. */
  private static final int GOING_ON = 8;

  private record Death(Rehearsal rehearsal, List<FileChange> changes) {}

  private final WriterJvm jvm;

  RecordedDeaths(WriterJvm jvm) {
    this.jvm = jvm;
  }

  @Override
  public String name() {
    return "recorded-deaths";
  }

  @Override
  public String invariant() {
    return "the files as they are after each change that a writer makes: nothing acknowledged is"
        + " lost, nothing is half done, the file is sound";
  }

  @Override
  public Optional<String> lacking() {
    return Strace.lacking();
  }

  @Override
  public Trials run(long seed, Budget budget, Path scratch) {
    return new Rounds<>(this::deaths, RecordedDeaths::judge).run(seed, budget, scratch);
  }

  private List<Death> deaths(Rehearsal rehearsal, Path folder, Trials trials) {
    Path stage = rehearsal.stage(folder.resolve("recorded"));
    List<FileChange> changes =
        Strace.changes(jvm.writing(rehearsal, stage, 1), stage, folder.resolve("log"));
    List<Death> deaths = new ArrayList<>();
    for (int i = 0; i <= changes.size(); i++) {
      deaths.add(new Death(rehearsal, changes.subList(0, i)));
    }
    return deaths;
  }

  private static void judge(Death death, Path folder, Trials trials) {
    Rehearsal rehearsal = death.rehearsal();
    int count = death.changes().size();
    Path stage = rehearsal.stage(folder.resolve(rehearsal.scenario().name() + "-" + count));
    int done = 0;
    try {
      for (FileChange change : death.changes()) {
        change.apply(stage);
        done += change instanceof FileChange.Acknowledged ? 1 : 0;
      }
    } catch (IOException failure) {
      throw new StorageUnavailable("the scratch folder cannot be written", failure);
    }
    trials.add(
        "%s, seed %d, dead after %d changes, in '%s'"
            .formatted(rehearsal.scenario(), rehearsal.seed(), count, rehearsal.stepAfter(done)),
        rehearsal.stepAfter(done),
        count % GOING_ON == 0
            ? Verdict.of(rehearsal, stage, done)
            : Verdict.ofLooks(rehearsal, stage, done));
    Folders.delete(stage);
  }
}
