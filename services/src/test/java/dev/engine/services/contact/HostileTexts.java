package dev.engine.services.contact;

import java.util.List;
import java.util.random.RandomGenerator;

/** Draws texts made of all that file formats, spreadsheets and terminals stumble over. */
final class HostileTexts {

  private static final List<String> PIECES =
      List.of(
          "=",
          "+",
          "-",
          "@",
          "\t",
          "\r",
          "\n",
          "\r\n",
          "'",
          "\"",
          "\"\"",
          ",",
          ";",
          ":",
          "\\",
          "\\n",
          "\\\\",
          "^n",
          "^'",
          "=3D",
          " ",
          "  ",
          "\u00a0",
          "\u00ad",
          "\u0001",
          "\u0007",
          "\u001b[31m",
          "\u007f",
          "\u0085",
          "\u2028",
          "\u2029",
          "\u200b",
          "\u202e",
          "\ufeff",
          "\ufffd",
          "\ufffe",
          "\uff1d",
          "שלום",
          "مرحبا",
          "é",
          "e\u0301",
          "😀",
          "👩‍👩‍👧",
          "\ud834\udd1e",
          "END:VCARD",
          "BEGIN:VCARD",
          "\nEND:VCARD\n",
          "VERSION:4.0",
          "%",
          "%s",
          "&amp;",
          "<b>",
          "${x}",
          "word",
          "Ada",
          "0");

  private final RandomGenerator random;

  HostileTexts(RandomGenerator random) {
    this.random = random;
  }

  /** A text of 0 to {@code pieces} pieces of 1 to 12 characters. */
  String upTo(int pieces) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(pieces + 1); left > 0; left--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
