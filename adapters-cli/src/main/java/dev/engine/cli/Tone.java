package dev.engine.cli;

import org.jline.utils.AttributedStyle;

/** What a colour means. */
enum Tone {
  NORMAL,
  PASS,
  WARN,
  FAIL,
  ACCENT,
  MUTED,
  HEADING;

  AttributedStyle style() {
    AttributedStyle plain = AttributedStyle.DEFAULT;
    return switch (this) {
      case NORMAL -> plain;
      case PASS -> plain.foreground(AttributedStyle.GREEN);
      case WARN -> plain.foreground(AttributedStyle.YELLOW);
      case FAIL -> plain.foreground(AttributedStyle.RED).bold();
      case ACCENT -> plain.foreground(AttributedStyle.CYAN);
      case MUTED -> plain.faint();
      case HEADING -> plain.bold();
    };
  }
}
