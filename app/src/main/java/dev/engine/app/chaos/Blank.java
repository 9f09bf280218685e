package dev.engine.app.chaos;

import java.nio.file.Path;

/**
 * A store in which nothing was ever stored. To migrate one takes longer than most scripts, so it is
 * made once and copied. Safe for several threads.
 */
final class Blank {

  private final Path original;
  private boolean isMade;

  /**
   * @param folder in which it lies from its first use on
   */
  Blank(Path folder) {
    this.original = folder.resolve("blank");
  }

  /** Fills the empty {@code folder} with it. */
  void fill(Path folder) {
    Folders.copied(made(), folder);
  }

  private synchronized Path made() {
    if (!isMade) {
      Scene.database(Folders.made(original)).keeper().migrate();
      isMade = true;
    }
    return original;
  }
}
