package dev.engine.host;

import dev.engine.domain.Sha256;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the settings were before Engine changed them, so that taking its hooks out gives back every
 * byte and every absence. It counts only as long as nobody else has changed them since.
 *
 * <p>A file of one line, {@code <origin> <SHA-256>…}, with the digest of every text that it counts
 * for, and then the settings as they were.
 *
 * @param before empty where there was no file
 */
record SettingsReceipt(Origin origin, String before) {

  /** What there was before. */
  enum Origin {
    FILE("file"),
    NO_FILE("no-file"),
    /** Not even the folder. */
    NO_FOLDER("no-folder");

    private final String word;

    Origin(String word) {
      this.word = word;
    }

    static Optional<Origin> of(String word) {
      for (Origin origin : values()) {
        if (origin.word.equals(word)) {
          return Optional.of(origin);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * The receipt in {@code file}, if it counts for settings that are now {@code current}; what
   * cannot be read counts as none.
   */
  static Optional<SettingsReceipt> read(Path file, String current) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String text = text(file);
    int headEnd = text.indexOf('\n');
    List<String> head = List.of(text.substring(0, Math.max(headEnd, 0)).split(" ", -1));
    if (!head.subList(1, head.size()).contains(Sha256.hexOf(current))) {
      return Optional.empty();
    }
    return Origin.of(head.getFirst())
        .map(origin -> new SettingsReceipt(origin, text.substring(headEnd + 1)));
  }

  /** Empty where it is no text, as after a fault of the disk. */
  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException broken) {
      return "";
    }
  }

  /** Keeps this receipt in {@code file}; it counts for each of {@code settings}. */
  void write(Path file, List<String> settings) throws IOException {
    PrivateFiles.makeFolders(file.toAbsolutePath().resolveSibling(""));
    Stream<String> digests = settings.stream().map(Sha256::hexOf);
    String head = Stream.concat(Stream.of(origin.word), digests).collect(Collectors.joining(" "));
    PrivateFiles.write(file, (head + "\n" + before).getBytes(StandardCharsets.UTF_8));
  }
}
