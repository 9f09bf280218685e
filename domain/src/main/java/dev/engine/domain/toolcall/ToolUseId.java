package dev.engine.domain.toolcall;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.regex.Pattern;

/** What Claude calls one use of a tool, such as {@code toolu_01r4xs5tkflpEse56nonstq1pD}. */
public record ToolUseId(String value) {

  private static final Pattern SHAPE = Pattern.compile("[!-~]{1,128}");

  /**
   * @throws InvalidInput unless {@code value} has the shape of one
   */
  public ToolUseId {
    if (!isShapeOf(value)) {
      throw new InvalidInput("tool use id", "1 to 128 visible ASCII characters", value);
    }
  }

  /** Whether {@code text} could be one: 1 to 128 visible ASCII characters. */
  public static boolean isShapeOf(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
