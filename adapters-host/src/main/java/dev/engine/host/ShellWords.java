package dev.engine.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command with its arguments as one line for a POSIX shell, and back. */
final class ShellWords {

  /** Characters with which a shell does nothing, wherever in a word they stand. */
  private static final String PLAIN = "[A-Za-z0-9_@%+=:,./-]+";

  private static final Pattern PLAIN_WORD = Pattern.compile(PLAIN);

  /** What a line of mere words is made of; anything else would make a shell do more than split. */
  private static final Pattern PIECE =
      Pattern.compile(
          "(?<blank>[ \\t]+)"
              + "|(?<plain>"
              + PLAIN
              + ")"
              + "|'(?<single>[^']*)'"
              + "|\"(?<double>[^\"$`\\\\]*)\""
              + "|\\\\(?<escaped>[^\\n])");

  private ShellWords() {}

  /** Whether a shell takes {@code word} as it is. */
  static boolean isPlain(String word) {
    return PLAIN_WORD.matcher(word).matches();
  }

  /** The line that a shell splits into exactly {@code words}. */
  static String join(List<String> words) {
    return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
  }

  /** The words of {@code line}; empty if a shell would do more than split it. */
  static Optional<List<String>> split(String line) {
    List<String> words = new ArrayList<>();
    String rest = line.strip();
    Matcher piece = PIECE.matcher(rest);
    boolean isNewWord = true;
    while (piece.regionStart() < rest.length()) {
      if (!piece.lookingAt()) {
        return Optional.empty();
      }
      isNewWord = add(words, piece, isNewWord);
      piece.region(piece.end(), rest.length());
    }
    return Optional.of(List.copyOf(words));
  }

  private static boolean add(List<String> words, Matcher piece, boolean isNewWord) {
    if (piece.group("blank") != null) {
      return true;
    }
    String text =
        Optional.ofNullable(piece.group("plain"))
            .or(() -> Optional.ofNullable(piece.group("single")))
            .or(() -> Optional.ofNullable(piece.group("double")))
            .orElseGet(() -> piece.group("escaped"));
    if (isNewWord) {
      words.add(text);
    } else {
      words.add(words.removeLast() + text);
    }
    return false;
  }

  private static String quoted(String word) {
    return isPlain(word) ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
