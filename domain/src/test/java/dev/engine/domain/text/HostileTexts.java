package dev.engine.domain.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts by which somebody might try to steer a terminal, a client or a model. */
public final class HostileTexts {

  private static final Pattern JSON = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

  private static final String SPECIAL =
      "<>[]&;:=-`~!|/\\\n\r\t\"'\u001b\u009b\u009d\u009c\u0007\u200b\u202e";

  /**
   * One of them.
   *
   * @param family what kind of attack it is
   * @param text at most 200 characters, and not always well-formed UTF-16
   * @param gone what must not be in a neutral form of it
   */
  public record Hostile(String family, String text, List<String> gone) {}

  private HostileTexts() {}

  /** Those that are written out, in their order. */
  public static List<Hostile> all() {
    try (InputStream file = HostileTexts.class.getResourceAsStream("hostile-texts.tsv")) {
      if (file == null) {
        throw new IllegalStateException("hostile-texts.tsv is missing");
      }
      String lines = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
      return lines.lines().filter(line -> !line.startsWith("#")).map(HostileTexts::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A text of {@code pieces} pieces: of hostile texts, of characters that mean something to
   * somebody, and of any UTF-16 at all.
   */
  public static String random(Random random, List<Hostile> all, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      String hostile = all.get(random.nextInt(all.size())).text();
      switch (random.nextInt(6)) {
        case 0 -> text.append(hostile);
        case 1 -> text.append(hostile, 0, random.nextInt(hostile.length() + 1));
        case 2 -> text.append(hostile.substring(random.nextInt(hostile.length() + 1)));
        case 3 -> text.append(SPECIAL.charAt(random.nextInt(SPECIAL.length())));
        case 4 -> text.append((char) random.nextInt(0x10000));
        default -> text.appendCodePoint(random.nextInt(0x110000)); // any code point
      }
    }
    return text.toString();
  }

  private static Hostile read(String line) {
    String[] fields = line.split("\t", -1);
    List<String> gone =
        JSON.matcher(fields[2]).results().map(MatchResult::group).map(JsonReading::text).toList();
    return new Hostile(fields[0], JsonReading.text(fields[1]), gone);
  }
}
