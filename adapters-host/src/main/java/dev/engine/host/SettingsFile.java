package dev.engine.host;

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

  /** Puts {@code text} in its place in one step. */
  void write(String text) throws IOException {
    PrivateFiles.makeFolders(folder());
    PrivateFiles.write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  void delete() throws IOException {
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

  private Path folder() {
    return path.resolveSibling("");
  }
}
