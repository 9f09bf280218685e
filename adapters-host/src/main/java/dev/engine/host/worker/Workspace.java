package dev.engine.host.worker;

import dev.engine.host.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The folder of one worker, held open: whoever puts a link in its place, or into it, leads nobody
 * anywhere. Its programs can write there as they like, and the next attempt finds what they left.
 */
final class Workspace implements AutoCloseable {

  static final String INPUT = "instructions.md";
  static final String OUTPUT = "stdout.jsonl";
  static final String ERRORS = "stderr.log";
  static final String RESULT = "result.md";

  /** The number of the attempt whose files these are: one that was put off left none. */
  private static final String ATTEMPT = ".attempt";

  /** In the order in which they are taken away: what says whose they are comes last. */
  private static final List<String> OF_AN_ATTEMPT = List.of(INPUT, OUTPUT, ERRORS, RESULT, ATTEMPT);

  private static final int NUMBER_BYTES = 9;

  private static final String EARLIER = "attempts";

  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path path;
  private final SecureDirectoryStream<Path> folder;

  private Workspace(Path path, SecureDirectoryStream<Path> folder) {
    this.path = path;
    this.folder = folder;
  }

  /**
   * Opens the workspace that is called as {@code path} ends, made if it is missing.
   *
   * @throws IOException if it cannot be, or is not a folder directly in {@code outputs}
   */
  static Workspace make(Path outputs, Path path) throws IOException {
    Path name = name(path);
    PrivateFiles.makeFolders(outputs);
    try {
      Files.createDirectory(outputs.toRealPath().resolve(name), PRIVATE_FOLDER);
    } catch (FileAlreadyExistsException there) {
      return open(outputs, path); // which refuses a link
    }
    return open(outputs, path);
  }

  /**
   * Opens the workspace that is called as {@code path} ends.
   *
   * @throws IOException if it is not there, or is not a folder directly in {@code outputs}
   */
  static Workspace open(Path outputs, Path path) throws IOException {
    Path name = name(path);
    Path root = outputs.toRealPath();
    if (Files.isSymbolicLink(root.resolve(name))) { // which is not followed below either
      throw new NotDirectoryException(root.resolve(name).toString());
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(root)) {
      if (!(all instanceof SecureDirectoryStream<Path> outer)) {
        throw new IOException("this system cannot open files without following links");
      }
      return new Workspace(
          root.resolve(name), outer.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
    }
  }

  /**
   * Only its name counts of a path: the project may have been moved since that was stored, or be
   * seen through a link.
   */
  static Path name(Path path) throws FileSystemException {
    Path name = path.getFileName();
    if (name == null || !name.toString().matches("[0-9a-f]{8}")) {
      throw new FileSystemException(path.toString(), null, "it is no workspace");
    }
    return name;
  }

  /** Where it really is. */
  Path path() {
    return path;
  }

  /**
   * Moves what an earlier attempt has left to {@code attempts/NUMBER}.
   *
   * @param latest the attempt that it is of unless it says that it is of one before
   */
  void takeAway(int latest) throws IOException {
    int number = Math.min(latest, attempt().orElse(latest));
    for (String name : OF_AN_ATTEMPT) {
      if (isThere(name)) {
        try (SecureDirectoryStream<Path> earlier = within(folder, path, EARLIER);
            SecureDirectoryStream<Path> target =
                within(earlier, path.resolve(EARLIER), Integer.toString(number))) {
          folder.move(Path.of(name), target, Path.of(name));
        }
      }
    }
  }

  /** The attempt whose files are there, as far as that is told: a program may have changed it. */
  private Optional<Integer> attempt() throws IOException {
    Optional<SeekableByteChannel> file = read(ATTEMPT);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try (SeekableByteChannel channel = file.get()) {
      ByteBuffer buffer = ByteBuffer.allocate(NUMBER_BYTES);
      channel.read(buffer);
      String told = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
      return told.matches("[1-9][0-9]*") ? Optional.of(Integer.valueOf(told)) : Optional.empty();
    }
  }

  /**
   * Makes the files of an attempt, none of which is there.
   *
   * @param number that of the attempt
   */
  void prepare(int number, String input) throws IOException {
    make(ATTEMPT, Integer.toString(number));
    make(INPUT, input);
    make(OUTPUT, "");
    make(ERRORS, "");
  }

  private void make(String name, String content) throws IOException {
    try (SeekableByteChannel channel = fresh(name)) {
      ByteBuffer rest = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
  }

  /** Opens one of its files to read it; empty if it is not there, or is no plain file. */
  Optional<SeekableByteChannel> read(String name) throws IOException {
    return read(folder, name);
  }

  /**
   * Opens what was taken away of an earlier attempt; empty if it is not there, or is no plain file.
   */
  Optional<SeekableByteChannel> readEarlier(int number, String name) throws IOException {
    if (!isFolder(folder, EARLIER)) {
      return Optional.empty();
    }
    String own = Integer.toString(number);
    try (SecureDirectoryStream<Path> all =
        folder.newDirectoryStream(Path.of(EARLIER), LinkOption.NOFOLLOW_LINKS)) {
      if (!isFolder(all, own)) {
        return Optional.empty();
      }
      try (SecureDirectoryStream<Path> attempt =
          all.newDirectoryStream(Path.of(own), LinkOption.NOFOLLOW_LINKS)) {
        return read(attempt, name);
      }
    }
  }

  private static Optional<SeekableByteChannel> read(SecureDirectoryStream<Path> place, String name)
      throws IOException {
    if (!isPlainFile(place, name)) { // a pipe would keep whoever opens it
      return Optional.empty();
    }
    Set<OpenOption> options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    return Optional.of(place.newByteChannel(Path.of(name), options));
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }

  private SeekableByteChannel fresh(String name) throws IOException {
    Set<OpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    return folder.newByteChannel(Path.of(name), options, PRIVATE_FILE);
  }

  private static SecureDirectoryStream<Path> within(
      SecureDirectoryStream<Path> parent, Path place, String name) throws IOException {
    try {
      Files.createDirectory(place.resolve(name), PRIVATE_FOLDER);
    } catch (FileAlreadyExistsException there) {
      if (!isFolder(parent, name)) {
        throw new NotDirectoryException(place.resolve(name).toString());
      }
    }
    return parent.newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS);
  }

  private boolean isThere(String name) throws IOException {
    try {
      view(folder, name).readAttributes();
      return true;
    } catch (NoSuchFileException none) {
      return false;
    }
  }

  private static boolean isPlainFile(SecureDirectoryStream<Path> place, String name)
      throws IOException {
    try {
      return view(place, name).readAttributes().isRegularFile();
    } catch (NoSuchFileException none) {
      return false;
    }
  }

  private static boolean isFolder(SecureDirectoryStream<Path> place, String name)
      throws IOException {
    try {
      return view(place, name).readAttributes().isDirectory();
    } catch (NoSuchFileException none) {
      return false;
    }
  }

  private static BasicFileAttributeView view(SecureDirectoryStream<Path> place, String name) {
    return place.getFileAttributeView(
        Path.of(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }
}
