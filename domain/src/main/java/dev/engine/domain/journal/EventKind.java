package dev.engine.domain.journal;

import dev.engine.domain.error.EngineException.InvalidInput;

/**
 * What kind of thing happened, such as {@code session.started}: what it happened to, a dot, and
 * what it was. Open to new ones.
 */
public record EventKind(String value) {

  private static final int MAX_LENGTH = 64;

  /**
   * @throws InvalidInput unless {@code value} is two or more names of lower-case letters, digits
   *     and underscores with dots between them, at most 64 characters in all
   */
  public EventKind {
    if (value.length() > MAX_LENGTH || !isDotted(value)) {
      throw new InvalidInput(
          "event kind", "dotted names of a to z, 0 to 9 and _, such as session.started", value);
    }
  }

  /** By hand and not by a pattern: a hook makes these while its session waits. */
  private static boolean isDotted(String value) {
    int dots = 0;
    char before = '.';
    for (int i = 0; i < value.length(); i++) {
      char next = value.charAt(i);
      if (next == '.') {
        dots++;
      }
      if (next == '.' ? before == '.' : !isOfName(next)) {
        return false;
      }
      before = next;
    }
    return dots > 0 && before != '.';
  }

  static boolean isOfName(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  }

  @Override
  public String toString() {
    return value;
  }
}
