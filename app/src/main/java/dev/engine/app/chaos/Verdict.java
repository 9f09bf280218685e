package dev.engine.app.chaos;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.Progress;
import dev.engine.domain.database.Verification;
import dev.engine.persistence.SqliteDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is said of a store whose script was broken off: one line for each invariant broken. */
final class Verdict {

  private final Rehearsal rehearsal;
  private final Path folder;
  private final List<String> broken = new ArrayList<>();

  private Verdict(Rehearsal rehearsal, Path folder) {
    this.rehearsal = rehearsal;
    this.folder = folder;
  }

  /**
   * Looks at the store in {@code folder}, which nobody has open, and then has the script go on in
   * it to its end.
   *
   * @param done how many steps were acknowledged
   * @return empty if everything holds
   */
  static List<String> of(Rehearsal rehearsal, Path folder, int done) {
    return of(
        rehearsal,
        folder,
        verdict -> {
          int next = verdict.look(done);
          if (next >= 0) {
            verdict.goOn(next);
          }
        });
  }

  /** As {@link #of}, without going on. */
  static List<String> ofLooks(Rehearsal rehearsal, Path folder, int done) {
    return of(rehearsal, folder, verdict -> verdict.look(done));
  }

  private static List<String> of(Rehearsal rehearsal, Path folder, Consumer<Verdict> inquiry) {
    Verdict verdict = new Verdict(rehearsal, folder);
    try {
      inquiry.accept(verdict);
    } catch (RuntimeException failure) {
      verdict.broken.add("the store cannot be used any more: " + failure);
    }
    return List.copyOf(verdict.broken);
  }

  /** The step to go on with; -1 if the store is in no state to go on from. */
  private int look(int done) {
    Map<String, String> found = Scene.database(folder).contents();
    requireSound(Scene.file(folder), found);
    requireSoundBackups();
    return next(found, done);
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
    try (Scene scene = new Scene(folder, rehearsal.seed())) {
      for (int i = next; i < rehearsal.steps().size(); i++) {
        rehearsal.steps().get(i).run(scene, i);
      }
    }
    Map<String, String> end = Scene.database(folder).contents();
    if (!end.equals(rehearsal.last())) {
      broken.add(
          "after going on with '%s' it ends otherwise, differs in %s"
              .formatted(rehearsal.stepAfter(next), differing(end, rehearsal.last())));
    }
    requireSound(Scene.file(folder), end);
    requireNothingUnfinished();
  }

  private void requireSound(Path file, Map<String, String> contents) {
    if (!contents.isEmpty()) {
      broken.addAll(problems(file));
    }
  }

  /** What an inspection of every page and row of {@code file} finds, one line each. */
  static List<String> problems(Path file) {
    Verification verification =
        Scene.database(file.resolveSibling("none")).keeper().verify(file, Progress.UNSEEN);
    return verification.problems().stream()
        .map(problem -> file.getFileName() + ": " + problem)
        .toList();
  }

  /** What is listed as a backup is one: of a moment that there was. */
  private void requireSoundBackups() {
    for (Backup backup : Scene.database(folder).backups().list()) {
      Map<String, String> contents =
          new SqliteDatabase(backup.file(), Scene.PATIENCE, Scene::noon).contents();
      requireSound(backup.file(), contents);
      if (!rehearsal.contents().contains(contents)) {
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
