package dev.engine.http.guard;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/** The headers that every answer bears, whatever became of the request. */
public final class SafeHeaders {

  private static final Map<String, String> ALL =
      Map.of(
          "Cache-Control", "no-store",
          "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                  + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY");

  private SafeHeaders() {}

  /** Adds them to an answer. */
  public static void addTo(HttpFields.Mutable headers) {
    ALL.forEach(headers::put);
  }
}
