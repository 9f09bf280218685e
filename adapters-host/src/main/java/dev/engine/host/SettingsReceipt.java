package dev.engine.host;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What the settings were before Engine changed them, so that taking its hooks out gives back every
 * byte and every absence. It counts only as long as nobody else has changed them since.
 *
 * <p>A file of one line, {@code <origin> <SHA-256 of the changed settings>}, and then the settings
 * as they were.
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
   * The receipt in {@code file}, if it was written for settings that are now {@code current}; what
   * cannot be read counts as none.
   */
  static Optional<SettingsReceipt> read(Path file, String current) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String text = text(file);
    int headEnd = text.indexOf('\n');
    String[] head = text.substring(0, Math.max(headEnd, 0)).split(" ", -1);
    if (head.length != 2 || !head[1].equals(digest(current))) {
      return Optional.empty();
    }
    return Origin.of(head[0])
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

  /** Keeps this receipt in {@code file}, for settings that are about to become {@code after}. */
  void write(Path file, String after) throws IOException {
    PrivateFiles.makeFolders(file.toAbsolutePath().resolveSibling(""));
    String text = origin.word + " " + digest(after) + "\n" + before;
    PrivateFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
