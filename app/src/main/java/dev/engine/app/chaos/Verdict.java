package dev.engine.app.chaos;

import dev.engine.domain.database.Backup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is said of a store whose script was broken off: one line for each invariant broken. */
final class Verdict {

  private final Rehearsal rehearsal;
  private final Path folder;
  private final Looks looks;
  private final List<String> broken = new ArrayList<>();
  private Duration resumedAfter = Duration.ZERO;

  /**
   * @param folder has the store, which nobody has open
   */
  Verdict(Rehearsal rehearsal, Path folder) {
    this.rehearsal = rehearsal;
    this.folder = folder;
    this.looks = rehearsal.looks();
  }

  /**
   * Looks at the store, and then has the script go on in it to its end.
   *
   * @param done how many steps were acknowledged
   * @return empty if everything holds
   */
  List<String> of(int done) {
    return found(
        () -> {
          int next = look(done);
          if (next >= 0) {
            goOn(next);
          }
        });
  }

  /** As {@link #of}, without going on. */
  List<String> ofLooks(int done) {
    return found(() -> look(done));
  }

  /** How long it took until the first step was done with which it went on; none if none was. */
  Duration resumedAfter() {
    return resumedAfter;
  }

  private List<String> found(Runnable inquiry) {
    try {
      inquiry.run();
    } catch (RuntimeException failure) {
      broken.add("the store cannot be used any more: " + failure);
    }
    return List.copyOf(broken);
  }

  /** The step to go on with; -1 if the store is in no state to go on from. */
  private int look(int done) {
    Looks.Look found = looks.at(Scene.file(folder));
    broken.addAll(found.problems());
    requireSoundBackups();
    return next(found.contents(), done);
  }

  /** The step to go on with: acknowledged ones are there, the one under way is or is not. */
  private int next(Map<String, String> found, int done) {
    if (found.equals(rehearsal.contents().get(done))) {
      return done;
    }
    boolean isOver = done == rehearsal.steps().size();
    if (!isOver && found.equals(rehearsal.contents().get(done + 1))) {
      return done + 1;
    }
    int before = rehearsal.contents().lastIndexOf(found);
    broken.add(
        before < 0
            ? "a half state in the middle of '%s', differs in %s"
                .formatted(
                    rehearsal.stepAfter(done), differing(found, rehearsal.contents().get(done)))
            : "%d acknowledged steps, but the store is as after %d".formatted(done, before));
    return -1;
  }

  private void goOn(int next) {
    long begin = System.nanoTime();
    try (Scene scene = new Scene(folder, rehearsal.seed())) {
      for (int i = next; i < rehearsal.steps().size(); i++) {
        rehearsal.steps().get(i).run(scene, i);
        if (i == next) {
          resumedAfter = Duration.ofNanos(System.nanoTime() - begin);
        }
      }
    }
    Looks.Look end = looks.at(Scene.file(folder));
    if (!end.contents().equals(rehearsal.last())) {
      broken.add(
          "after going on with '%s' it ends otherwise, differs in %s"
              .formatted(rehearsal.stepAfter(next), differing(end.contents(), rehearsal.last())));
    }
    broken.addAll(end.problems());
    requireNothingUnfinished();
  }

  /** What is listed as a backup is one: of a moment that there was. */
  private void requireSoundBackups() {
    for (Backup backup : Scene.database(folder).backups().list()) {
      Looks.Look found = looks.at(backup.file());
      broken.addAll(found.problems());
      if (!rehearsal.contents().contains(found.contents())) {
        broken.add("%s is of no moment that there was".formatted(backup.file().getFileName()));
      }
    }
  }

  /** The next backup takes away what a killed one has left. */
  private void requireNothingUnfinished() {
    Path backups = folder.resolve("backups");
    if (Files.isDirectory(backups) && !Scene.database(folder).backups().list().isEmpty()) {
      Folders.names(backups).stream()
          .filter(name -> !name.startsWith("system_backup_"))
          .forEach(name -> broken.add("%s is left among the backups".formatted(name)));
    }
  }

  private static List<String> differing(Map<String, String> found, Map<String, String> expected) {
    List<String> names = new ArrayList<>();
    found.forEach(
        (name, print) -> {
          if (!print.equals(expected.get(name))) {
            names.add(name);
          }
        });
    expected.keySet().stream().filter(name -> !found.containsKey(name)).forEach(names::add);
    return names;
  }
}
