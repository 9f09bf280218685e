package dev.engine.http.guard;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/** The headers that every answer bears, whatever became of the request. */
public final class SafeHeaders {

  /** Says what a page may load and do, see https://www.w3.org/TR/CSP3/. */
  public static final String POLICY = "Content-Security-Policy";

  private static final Map<String, String> ALL =
      Map.of(
          "Cache-Control",
          "no-store",
          POLICY,
          policy(""),
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY");

  private SafeHeaders() {}

  /** Adds them to an answer. */
  public static void addTo(HttpFields.Mutable headers) {
    ALL.forEach(headers::put);
  }

  /**
   * The policy of a page that may run {@code inline} besides the scripts of this engine. Markup is
   * made of text only by way of the one sanitizer, which browsers with Trusted Types enforce.
   *
   * @param inline the hash of a script in the page; empty for none
   */
  public static String policy(String inline) {
    return "default-src 'none'; script-src 'self'%s; style-src 'self'; connect-src 'self';"
            .formatted(inline.isEmpty() ? "" : " " + inline)
        + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
        + " require-trusted-types-for 'script'; trusted-types dompurify";
  }
}
