package dev.engine.host;

import java.util.regex.Pattern;

/** What tmux calls a pane, such as {@code %7}: nothing in it means anything to tmux or a shell. */
final class PaneName {

  /** As a regular expression, in which it is no group. */
  static final String SHAPE = "%[0-9]{1,9}";

  private static final Pattern WHOLE = Pattern.compile(SHAPE);

  private PaneName() {}

  /** Whether {@code text} is one. */
  static boolean isOne(String text) {
    return WHOLE.matcher(text).matches();
  }
}
