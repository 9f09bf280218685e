package dev.engine.cli;

import org.jline.utils.AttributedString;

/**
 * A piece of text with a meaning. What could steer a terminal is taken out of it: most of what is
 * shown was written by an agent.
 */
record Cell(String text, Tone tone) {

  Cell {
    text = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]+", " ");
  }

  static Cell of(Object value) {
    return new Cell(value.toString(), Tone.NORMAL);
  }

  static Cell of(Object value, Tone tone) {
    return new Cell(value.toString(), tone);
  }

  /** How many columns of a terminal it takes; a wide character takes two. */
  int columns() {
    return styled().columnLength();
  }

  AttributedString styled() {
    return new AttributedString(text, tone.style());
  }
}
