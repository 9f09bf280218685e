package dev.engine.cli;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Files that are named on the command line, and never the engine's own: replacing its database
 * would lose everything, and merely closing it would drop SQLite's locks on it.
 */
final class NamedFiles {

  private final Context context;

  NamedFiles(Context context) {
    this.context = context;
  }

  /**
   * The file that {@code typed} names, whether or not it is there.
   *
   * @throws InvalidInput if it lies in the engine's home, also by way of a link
   */
  Path find(String typed) throws IOException {
    Path file = context.path(Path.of(typed)).toAbsolutePath();
    if (isIn(context.home().path(), file)) {
      throw new InvalidInput("file", "outside of the engine's own folder", typed);
    }
    return file;
  }

  /**
   * Where {@code file} is, or would be, when every link is followed.
   *
   * @throws NoSuchFileException if a link leads nowhere or the folder is missing
   */
  static Path real(Path file) throws IOException {
    Path folder = file.getParent();
    return folder == null || Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        ? file.toRealPath()
        : folder.toRealPath().resolve(file.getFileName());
  }

  private static boolean isIn(Path folder, Path file) throws IOException {
    try {
      return real(file).startsWith(real(folder));
    } catch (NoSuchFileException placeless) {
      return false; // such as a pipe, which has no path of its own
    }
  }
}
