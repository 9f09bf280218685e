package dev.engine.http.page;

import dev.engine.domain.Sha256;
import dev.engine.http.api.Call;
import dev.engine.http.guard.SafeHeaders;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one HTML page. All in it comes from files of its own but one: where modules are found, which
 * browsers only take inline. So its policy names that text by its hash, and no other may run.
 *
 * @param policy what the page may load and do
 */
record FrontPage(String text, String policy) {

  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  /**
   * The page with its policy.
   *
   * @throws IllegalStateException if it has no import map
   */
  static FrontPage of(String text) {
    Matcher map = IMPORT_MAP.matcher(text);
    if (!map.find()) {
      throw new IllegalStateException("the page has no import map");
    }
    return new FrontPage(text, SafeHeaders.policy(hash(map.group(1))));
  }

  void write(Call call) {
    call.http().header(SafeHeaders.POLICY, policy).result(text);
  }

  /** As https://www.w3.org/TR/CSP3/#grammardef-hash-source has it. */
  private static String hash(String inline) {
    return "'sha256-%s'".formatted(Base64.getEncoder().encodeToString(Sha256.of(inline)));
  }
}
