package dev.engine.cli;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.ToIntFunction;

/** Where a command puts text for another program: a file, or its output where that is {@code -}. */
final class TextTarget {

  private final Context context;

  TextTarget(Context context) {
    this.context = context;
  }

  /**
   * Lets {@code text} write to {@code file}, in UTF-8, and returns what it returns. A file that is
   * there already is replaced when all is written, and left as it is if that fails; it keeps its
   * mode, and a link to it stays a link.
   *
   * @throws InvalidInput if the file cannot be written, or lies in the engine's home
   */
  int write(String file, ToIntFunction<Writer> text) {
    if (file.equals("-")) {
      return text.applyAsInt(context.output().terminal().out());
    }
    try {
      return replace(NamedFiles.real(new NamedFiles(context).find(file)), text);
    } catch (IOException | UncheckedIOException failure) {
      throw new InvalidInput(
          "file", "one that can be written (" + failure.getMessage() + ")", file);
    }
  }

  private static int replace(Path file, ToIntFunction<Writer> text) throws IOException {
    Path folder = file.getParent();
    Path fresh = Files.createTempFile(folder == null ? file : folder, ".engine-", ".tmp");
    try {
      int result;
      try (Writer out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
        result = text.applyAsInt(out);
      }
      if (Files.exists(file)) {
        Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file));
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      return result;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
