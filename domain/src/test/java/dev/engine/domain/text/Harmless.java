package dev.engine.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** What must be true of every text that a model reads, said without the code that makes it so. */
public final class Harmless {

  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "[\\p{Cc}&&[^\\n\\t]]"
              + "|[\\x{ad}\\x{34f}\\x{61c}\\x{115f}\\x{1160}\\x{17b4}\\x{17b5}\\x{180b}-\\x{180f}]"
              + "|[\\x{200b}-\\x{200f}\\x{2028}-\\x{202e}\\x{2060}-\\x{206f}\\x{3164}\\x{ffa0}]"
              + "|[\\x{fe00}-\\x{fe0f}\\x{feff}\\x{fff0}-\\x{fffb}\\x{1bca0}-\\x{1bca3}]"
              + "|[\\x{1d173}-\\x{1d17a}\\x{e0000}-\\x{e0fff}]"
              + "|[\\p{Co}\\p{Cs}\\x{fdd0}-\\x{fdef}]"
              + "|[\\x{fffe}\\x{ffff}\\x{1fffe}\\x{1ffff}\\x{10fffe}\\x{10ffff}]");

  private static final Pattern MARK =
      Pattern.compile(
          "[<\\[\uff1c\u2039\u3008\u27e8\u276e]\\s*[/|]?\\s*(?:antml:)?(?:system[-_"
              + " ]?reminder|function_(?:results|calls)|task-notification|system\\s*[>\\]]"
              + "|im_start|im_end|inst\\s*\\]|invoke(?=[\\s>])|tool_(?:use|result)|user-prompt)"
              + "|&lt;/?system-reminder|```|~~~|<!--|^[\\s>*#]*(?:human|assistant|system)["
              + " *]*:|===\\s*(?:END OF )?ENGINE NOTICES|---\\s*NOTICE \\d",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private Harmless() {}

  /** Fails unless no character of {@code text} is invisible, steers anything or is none at all. */
  public static void assertPlain(String text) {
    assertThat(FORBIDDEN.matcher(text).results().map(found -> codes(found.group()))).isEmpty();
  }

  /** Fails if {@code text} has a plain form of a mark by which somebody tells who speaks. */
  public static void assertUnmarked(String text) {
    assertThat(MARK.matcher(text).results().map(found -> found.group())).isEmpty();
  }

  private static String codes(String text) {
    StringBuilder codes = new StringBuilder();
    text.chars().forEach(c -> codes.append("U+%04X ".formatted(c)));
    return codes.toString();
  }
}
