package dev.engine.mcp.tool;

import dev.engine.domain.text.NeutralText;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Texts for a model. */
final class Said {

  /** Lines of a list; the structured content has all. */
  private static final int LINES = 30;

  private static final int LINE = 160;

  private Said() {}

  /** What somebody else wrote, in one line and in quotes. */
  static String quoted(@Nullable Object text) {
    return text == null ? "\"\"" : NeutralText.line(text.toString(), LINE).quoted();
  }

  /**
   * A list in lines.
   *
   * @param what in the plural, such as {@code sessions}
   */
  static <T> String list(String what, List<T> items, boolean hasMore, Function<T, String> line) {
    if (items.isEmpty()) {
      return "No %s.".formatted(what);
    }
    StringBuilder text = new StringBuilder();
    text.append(items.size()).append(hasMore ? " or more " : " ").append(what).append(":");
    items.stream().limit(LINES).forEach(item -> text.append("\n- ").append(line.apply(item)));
    if (items.size() > LINES) {
      text.append("\n- and ").append(items.size() - LINES).append(" more");
    }
    return text.toString();
  }

  /** {@code value}, as it is written. */
  static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
