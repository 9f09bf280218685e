package dev.engine.services.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes a text apart into its vCards, so that a broken one spoils no other, and each is known by
 * its line.
 */
final class VCardText {

  private static final String BEGIN = "BEGIN:VCARD";
  private static final String END = "END:VCARD";

  /** A card, or lines that belong to none. */
  record Part(int line, Kind kind, String text) {}

  /** What a part is. */
  enum Kind {
    WHOLE,
    /** It has no end: the text stops, or another card begins. */
    UNENDED,
    /** Lines between cards that are not blank. */
    STRAY
  }

  private final List<Part> parts = new ArrayList<>();
  private StringBuilder card = new StringBuilder();
  private int start;

  /** How many cards are open; a card of vCard 2.1 may hold that of an agent. */
  private int depth;

  private VCardText() {}

  /** The parts of {@code text}, in its order. */
  static List<Part> parts(String text) {
    VCardText cards = new VCardText();
    int number = 0;
    String previous = "";
    for (String line : text.lines().toList()) {
      cards.take(++number, line, previous);
      previous = line;
    }
    if (cards.depth > 0) {
      cards.end(Kind.UNENDED);
    }
    return List.copyOf(cards.parts);
  }

  /** Whether {@code text} begins with a card. */
  static boolean isIn(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .filter(line -> is(BEGIN, line))
        .isPresent();
  }

  private void take(int number, String line, String previous) {
    if (is(BEGIN, line)) {
      begin(number, previous);
    }
    if (depth > 0) {
      card.append(line).append("\r\n");
      if (is(END, line) && --depth == 0) {
        end(Kind.WHOLE);
      }
    } else if (!line.isBlank() && !continuesStray()) {
      parts.add(new Part(number, Kind.STRAY, line));
    }
  }

  private void begin(int number, String previous) {
    boolean isAgent = previous.toUpperCase(Locale.ROOT).startsWith("AGENT");
    if (depth > 0 && !isAgent) {
      end(Kind.UNENDED);
    }
    if (depth == 0) {
      start = number;
    }
    depth++;
  }

  private void end(Kind kind) {
    parts.add(new Part(start, kind, card.toString()));
    card = new StringBuilder();
    depth = 0;
  }

  private boolean continuesStray() {
    return !parts.isEmpty() && parts.getLast().kind() == Kind.STRAY;
  }

  /** A line that starts with a blank continues the one before, whatever it says. */
  private static boolean is(String mark, String line) {
    return line.stripTrailing().equalsIgnoreCase(mark);
  }
}
