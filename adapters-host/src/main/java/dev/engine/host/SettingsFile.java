package dev.engine.host;

import dev.engine.domain.error.EngineException.Conflict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A settings file as text, byte for byte.
 *
 * @param path where the client looks for it, in a folder that may not be there either
 */
record SettingsFile(Path path) {

  /**
   * Its text; empty if there is no such file.
   *
   * @throws UnreadableSettings if it holds no text, or is a link that leads nowhere
   */
  Optional<String> read() throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.exists(path)) {
      throw new UnreadableSettings("it is a link that leads nowhere");
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
      // A decoder complains of what a String constructor would replace, and we would write back.
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException other) {
      throw new UnreadableSettings("it is not UTF-8");
    }
  }

  /**
   * Makes the file, in one step.
   *
   * @throws Conflict if another program has made it meanwhile
   */
  void create(String text) throws IOException {
    PrivateFiles.makeFolders(folder());
    write(Optional.empty(), text);
  }

  /**
   * Puts {@code after} in the place of {@code before}, in one step.
   *
   * @throws Conflict if another program has changed it meanwhile
   */
  void replace(String before, String after) throws IOException {
    write(Optional.of(before), after);
  }

  /**
   * Deletes the file.
   *
   * @param before what it held
   * @throws Conflict if another program has changed it meanwhile
   */
  void delete(String before) throws IOException {
    requireStill(Optional.of(before));
    Files.deleteIfExists(path);
    PrivateFiles.sync(folder());
  }

  /** Deletes the folder that the file was in, unless it holds something else. */
  void deleteEmptyFolder() throws IOException {
    try {
      Files.deleteIfExists(folder());
    } catch (DirectoryNotEmptyException inUse) {
      // somebody else's by now
    }
  }

  boolean hasFolder() {
    return Files.isDirectory(folder());
  }

  private void write(Optional<String> before, String after) throws IOException {
    byte[] content = after.getBytes(StandardCharsets.UTF_8);
    PrivateFiles.write(path, content, () -> requireStill(before));
  }

  private void requireStill(Optional<String> before) throws IOException {
    if (!read().equals(before)) {
      throw new Conflict("%s was left as it is: another program is changing it".formatted(path));
    }
  }

  private Path folder() {
    return path.resolveSibling("");
  }
}
