package dev.engine.app.log;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text: those that it was told of, and what has the form of one. All that goes
 * into the log goes through here. Safe for several threads.
 */
public final class Redaction {

  /** What stands in the place of a secret. */
  static final String HIDDEN = "[hidden]";

  /** Shorter ones would take ordinary words out of the text. */
  private static final int SHORTEST = 8;

  /**
   * Each keeps its first group, which says what the secret was for. A header's value is hidden up
   * to the end of its line: what a cookie consists of is nobody's business.
   */
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile(
              "(?i)(\\b(?:proxy-)?authorization|\\b(?:set-)?cookie2?|\\bx-[a-z-]*(?:key|token|secret)|\\bapi-?key)(?:\"?\\s*[:=]\\s*\"?)[^\\r"
                  + "\\n"
                  + "\"]+"),
          Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}"),
          Pattern.compile("(?i)([?&](?:code|token|key|secret|password)=)[^&\\s\"#]+"),
          Pattern.compile(
              "(?i)(\\b[a-z0-9_]*(?:token|secret|password|passwd|api_?key|private_?key)\"?\\s*[:=]\\s*\"?)"
                  + "[^\\s\"',;&]{4,}"),
          Pattern.compile("(://[^/\\s:@]*:)[^/\\s@]+(?=@)"),
          // Of Anthropic and OpenAI, GitHub, Slack, AWS, Google, and JSON web tokens.
          Pattern.compile(
              "()\\b(?:sk-[A-Za-z0-9_-]{16,}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}"
                  + "|xox[a-z]-[A-Za-z0-9-]{10,}|AKIA[0-9A-Z]{16}|AIza[A-Za-z0-9_-]{30,}"
                  + "|eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*)"),
          Pattern.compile(
              "(?s)()-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*-----|$)"));

  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /** Has {@code secret} be hidden wherever it stands from now on. */
  public void hide(String secret) {
    if (secret.length() >= SHORTEST) {
      known.add(secret);
    }
  }

  /** {@code text} without the secrets in it. */
  String of(String text) {
    String left = text;
    for (String secret : known) {
      left = left.replace(secret, HIDDEN);
    }
    for (Pattern form : FORMS) {
      left = form.matcher(left).replaceAll("$1" + HIDDEN);
    }
    return left;
  }
}
