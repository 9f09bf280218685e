package dev.engine.app.chaos;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a killed writer leaves, without killing one: the changes that a whole run made to its files
 * are recorded, and made again up to any of them. The kernel keeps what a process has written, so
 * that is what is found after its death.
 */
final class RecordedDeaths implements Experiment {

  /** To go on with the script takes longest, and is done from every so manieth state. */
  private static final int GOING_ON = 16;

  /** So many states share the changes that lead to the first of them. */
  private static final int STRETCH = 100;

  /** A run of which every change is known. No record: to compare two would take long. */
  private static final class Recording {
    private final Rehearsal rehearsal;
    private final List<FileChange> changes;

    private Recording(Rehearsal rehearsal, List<FileChange> changes) {
      this.rehearsal = rehearsal;
      this.changes = changes;
    }
  }

  private record Death(Recording recording, int changes) {}

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
    return Rounds.ofAll(scratch, this::deaths, RecordedDeaths::judge).run(seed, budget);
  }

  private List<Death> deaths(Rehearsal rehearsal, Path folder, Trials trials) {
    Path stage = rehearsal.stage(folder.resolve("recorded"));
    List<FileChange> changes =
        Strace.changes(jvm.writing(rehearsal, stage, 1), stage, folder.resolve("log"));
    Recording recording = new Recording(rehearsal, changes);
    return IntStream.rangeClosed(0, changes.size())
        .mapToObj(count -> new Death(recording, count))
        .toList();
  }

  /** By run, and in the order of the changes: from one to the next few have to be made. */
  private static void judge(List<Death> chosen, Path folder, Budget budget, Trials trials) {
    List<List<Death>> stretches = new ArrayList<>();
    chosen.stream()
        .collect(Collectors.groupingBy(Death::recording, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(deaths -> stretches.addAll(stretches(deaths)));
    // They were recorded on the disk; what is found of them is no matter of the disk.
    try (MemoryFolder memory = MemoryFolder.insteadOf(folder)) {
      Crew.share(
          stretches.size(),
          budget,
          number ->
              replay(stretches.get(number), memory.path().resolve("s" + number), budget, trials));
    }
  }

  private static List<List<Death>> stretches(List<Death> deaths) {
    List<Death> inOrder = new ArrayList<>(deaths);
    inOrder.sort(Comparator.comparingInt(Death::changes));
    List<List<Death>> stretches = new ArrayList<>();
    for (int i = 0; i < inOrder.size(); i += STRETCH) {
      stretches.add(inOrder.subList(i, Math.min(inOrder.size(), i + STRETCH)));
    }
    return stretches;
  }

  private static void replay(List<Death> stretch, Path stage, Budget budget, Trials trials) {
    Recording recording = stretch.getFirst().recording();
    try {
      Image image = Image.of(recording.rehearsal.base());
      int made = 0;
      int done = 0;
      for (Death death : stretch) {
        for (; made < death.changes(); made++) {
          FileChange change = recording.changes.get(made);
          change.apply(image);
          done += change instanceof FileChange.Acknowledged ? 1 : 0;
        }
        if (budget.isOver()) {
          return;
        }
        image.lay(Folders.made(stage));
        judge(death, stage, done, trials);
        Folders.delete(stage);
      }
    } catch (IOException failure) {
      throw new StorageUnavailable("the scratch folder cannot be written", failure);
    }
  }

  private static void judge(Death death, Path stage, int done, Trials trials) {
    Rehearsal rehearsal = death.recording().rehearsal;
    Verdict verdict = new Verdict(rehearsal, stage);
    trials.add(
        "%s, seed %d, dead after %d changes, in '%s'"
            .formatted(
                rehearsal.scenario(), rehearsal.seed(), death.changes(), rehearsal.stepAfter(done)),
        rehearsal.stepAfter(done),
        death.changes() % GOING_ON == 0 ? verdict.of(done) : verdict.ofLooks(done));
  }
}
