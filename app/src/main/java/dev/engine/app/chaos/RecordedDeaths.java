package dev.engine.app.chaos;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

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
    Trials trials = new Trials();
    for (long round = seed; trials.count() < budget.most() && !budget.isOver(); round++) {
      Path folder = Folders.made(scratch.resolve("seed-" + round));
      List<Death> deaths = deaths(round, folder, budget);
      int left = Math.min(deaths.size(), budget.most() - trials.count());
      Crew.share(deaths.subList(0, left), budget, death -> judge(death, folder, trials));
      Folders.delete(folder);
    }
    return trials;
  }

  private List<Death> deaths(long seed, Path folder, Budget budget) {
    List<List<Death>> lists = new ArrayList<>();
    Crew.share(
        List.of(Scenario.values()),
        budget,
        scenario -> {
          Rehearsal rehearsal = Rehearsal.of(scenario, seed, folder.resolve(scenario.name()));
          List<Death> deaths = deaths(rehearsal, folder.resolve(scenario.name()));
          synchronized (lists) {
            lists.add(deaths);
          }
        });
    lists.sort(Comparator.comparing(deaths -> deaths.getFirst().rehearsal().scenario()));
    return Turns.of(lists);
  }

  private List<Death> deaths(Rehearsal rehearsal, Path folder) {
    Path stage = rehearsal.stage(folder.resolve("recorded"));
    List<FileChange> changes =
        Strace.changes(jvm.writing(rehearsal, stage, 1), stage, folder.resolve("log"));
    List<Death> deaths = new ArrayList<>();
    for (int i = 0; i <= changes.size(); i++) {
      deaths.add(new Death(rehearsal, changes.subList(0, i)));
    }
    Collections.shuffle(deaths, new Random(rehearsal.seed()));
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
