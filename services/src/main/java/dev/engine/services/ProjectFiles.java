package dev.engine.services;

import dev.engine.domain.Sha256;
import dev.engine.domain.content.SourceFile;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.install.HomeFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.Set;

/**
 * The text files of one project that may be shown to the person.
 *
 * <p>Those below the project's folder, wherever links lead; but of the engine's own folder only
 * what workers put out. The rest of it holds the token and the database, whose locks are lost when
 * anybody but SQLite opens and closes its file.
 */
public final class ProjectFiles {

  /** More than that is refused: what is shown to a person is no longer. */
  static final int MAX_BYTES = 1_000_000;

  private final HomeFolder home;

  public ProjectFiles(HomeFolder home) {
    this.home = home;
  }

  /** What a file says and where that comes from. */
  public record Content(SourceFile source, String text) {}

  /**
   * Reads a file of the project.
   *
   * @param path as somebody wrote it, absolute or as seen from the project's folder
   * @throws NotFound if there is no such file
   * @throws InvalidInput if it is no path, or as {@link #read(Path)}
   */
  public Content read(String path) {
    try {
      return read(home.project().resolve(path));
    } catch (InvalidPathException noPath) {
      throw new InvalidInput("file", "a path", path);
    }
  }

  /**
   * Reads a file of the project.
   *
   * @throws NotFound if there is no {@code file}
   * @throws InvalidInput if it is not a regular file that belongs to the project, cannot be read,
   *     has more than 1,000,000 bytes or is not text in UTF-8
   */
  public Content read(Path file) {
    try {
      Path project = home.project().toRealPath();
      Path real = file.toRealPath();
      requireShowable(project, real, file);
      Path relative = project.relativize(real);
      byte[] bytes = bytes(project, relative, file);
      return new Content(
          new SourceFile(relative.toString(), Sha256.hexOf(bytes)), text(bytes, file));
    } catch (NoSuchFileException missing) {
      throw new NotFound("file", file);
    } catch (IOException unreadable) {
      throw refused("a file that can be read", file);
    }
  }

  private void requireShowable(Path project, Path real, Path file) throws IOException {
    if (!real.startsWith(project) || real.equals(project)) {
      throw refused("below " + project, file);
    }
    Path own = Files.exists(home.path()) ? home.path().toRealPath() : home.path();
    if (real.startsWith(own) && !real.startsWith(own.resolve("data").resolve("outputs"))) {
      throw refused("outside of the engine's own folder", file);
    }
  }

  /**
   * Goes down folder by folder and follows no link on the way: a folder that is exchanged for a
   * link after its path was checked leads nowhere.
   */
  private static byte[] bytes(Path project, Path relative, Path file) throws IOException {
    try (DirectoryStream<Path> top = Files.newDirectoryStream(project)) {
      if (top instanceof SecureDirectoryStream<Path> folder) {
        return bytes(folder, relative, file);
      }
      throw refused("on a file system that can be walked without following links", file);
    }
  }

  private static byte[] bytes(SecureDirectoryStream<Path> folder, Path rest, Path file)
      throws IOException {
    Path name = rest.getName(0);
    if (rest.getNameCount() > 1) {
      try (SecureDirectoryStream<Path> next =
          folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
        return bytes(next, rest.subpath(1, rest.getNameCount()), file);
      }
    }
    requireRegular(folder, name, file);
    try (SeekableByteChannel channel =
        folder.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      byte[] bytes = Channels.newInputStream(channel).readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw refused("at most %,d bytes".formatted(MAX_BYTES), file);
      }
      return bytes;
    }
  }

  /** Anything else may never end, or never begin: a pipe, a device. */
  private static void requireRegular(SecureDirectoryStream<Path> folder, Path name, Path file)
      throws IOException {
    boolean isRegular =
        folder
            .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .readAttributes()
            .isRegularFile();
    if (!isRegular) {
      throw refused("a regular file", file);
    }
  }

  private static String text(byte[] bytes, Path file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') < 0) {
        return text;
      }
    } catch (CharacterCodingException notText) {
      // Refused below, as other bytes that are not text.
    }
    throw refused("text in UTF-8", file);
  }

  private static InvalidInput refused(String shape, Path file) {
    return new InvalidInput("file", shape, file.toString());
  }
}
