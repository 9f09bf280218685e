package dev.engine.http.guard;

import dev.engine.http.api.Content;
import dev.engine.http.problem.Refusal;
import dev.engine.http.problem.Trouble;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;

/**
 * Decides whether a request may come in, before anything of it is carried out. It looks at every
 * request, known path or not; what is missing or comes twice is refused.
 */
public final class Guard {

  /** What this door speaks. */
  public static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");

  /** Where a browser brings its code, which is good once. */
  static final String ONE_TIME = "/open";

  /** Neither tells nor changes anything by itself: the second wants a code of its own. */
  private static final Set<String> OPEN_PATHS = Set.of("/healthz", ONE_TIME);

  /** How a browser says that no other page is behind a request. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  /** Which of them an operation takes is its own affair. */
  private static final Set<String> CONTENT_TYPES =
      Set.of("application/json", "text/csv", "text/vcard");

  private static final String BEARER = "bearer ";

  private final Hosts hosts;
  private final Supplier<String> token;
  private final Tickets cookies;
  private final String cookieName;

  /**
   * A guard of one door.
   *
   * @param token the bearer token as it is now
   * @param cookies what browsers were let in with
   */
  public Guard(Hosts hosts, Supplier<String> token, Tickets cookies, String cookieName) {
    this.hosts = hosts;
    this.token = token;
    this.cookies = cookies;
    this.cookieName = cookieName;
  }

  /**
   * Lets a request in.
   *
   * @throws Refusal if it may not
   */
  public void check(String method, HttpURI uri, HttpFields headers) {
    checkMethod(method);
    checkHost(uri, headers);
    checkSite(headers);
    checkOrigin(headers);
    if (!isOpen(method, uri)) {
      checkCredentials(method, headers);
    }
    checkContent(headers);
  }

  private static void checkMethod(String method) {
    if (!METHODS.contains(method)) {
      throw new Refusal(
          Trouble.METHOD_NOT_ALLOWED, "the method must be one of " + String.join(", ", METHODS));
    }
  }

  private void checkHost(HttpURI uri, HttpFields headers) {
    List<String> given = all(headers, "Host");
    if (given.size() != 1
        || !hosts.know(given.getFirst())
        || !"http".equals(uri.getScheme())
        || !given.getFirst().equalsIgnoreCase(uri.getAuthority())) {
      throw new Refusal(
          Trouble.FOREIGN_HOST, "Host must be the address and port of this engine, once");
    }
  }

  /**
   * A page of another site, or of another port of this machine, is not let in. An offer to speak
   * HTTP/2, which some clients make with every request, is passed over.
   */
  private static void checkSite(HttpFields headers) {
    if (!OWN_SITES.containsAll(all(headers, "Sec-Fetch-Site"))) {
      throw foreign();
    }
    if (headers.contains("Upgrade", "websocket") || headers.contains("Sec-WebSocket-Version")) {
      throw new Refusal(Trouble.MALFORMED, "there is nothing to upgrade to here");
    }
  }

  private static void checkOrigin(HttpFields headers) {
    List<String> origins = all(headers, "Origin");
    if (origins.isEmpty()) {
      return;
    }
    String own = "http://" + all(headers, "Host").getFirst();
    if (origins.size() != 1 || !origins.getFirst().equalsIgnoreCase(own)) {
      throw foreign();
    }
  }

  /** Whether {@code path} may be read without a token or a cookie. */
  public static boolean isOpen(String path) {
    return OPEN_PATHS.contains(path);
  }

  private static boolean isOpen(String method, HttpURI uri) {
    return SAFE_METHODS.contains(method) && uri.getPath() != null && isOpen(uri.getPath());
  }

  private void checkCredentials(String method, HttpFields headers) {
    List<String> authorizations = all(headers, "Authorization");
    if (!authorizations.isEmpty()) {
      checkToken(authorizations);
      return;
    }
    checkCookie(headers);
    if (!SAFE_METHODS.contains(method) && !headers.contains("Origin")) {
      throw foreign(); // a browser says where a change comes from; without that, nobody knows
    }
  }

  private void checkToken(List<String> authorizations) {
    String given = authorizations.getFirst();
    boolean isGood =
        authorizations.size() == 1
            && given.toLowerCase(Locale.ROOT).startsWith(BEARER)
            && Secrets.same(given.substring(BEARER.length()), token.get());
    if (!isGood) {
      throw unauthorized();
    }
  }

  private void checkCookie(HttpFields headers) {
    List<String> given =
        all(headers, "Cookie").stream()
            .flatMap(header -> Arrays.stream(header.split(";", -1)))
            .map(String::strip)
            .filter(cookie -> cookie.startsWith(cookieName + "="))
            .map(cookie -> cookie.substring(cookieName.length() + 1))
            .toList();
    if (given.size() != 1 || !cookies.isGood(given.getFirst())) {
      throw unauthorized();
    }
  }

  /** No form of a page can send these, which is one more wall against requests by other pages. */
  private static void checkContent(HttpFields headers) {
    if (!hasBody(headers)) {
      return;
    }
    List<String> types = all(headers, "Content-Type");
    if (types.size() != 1 || !isTaken(types.getFirst())) {
      throw new Refusal(
          Trouble.OTHER_TYPE, "Content-Type must be application/json, text/csv or text/vcard");
    }
    if (headers.contains("Content-Encoding")) {
      throw new Refusal(Trouble.OTHER_TYPE, "the body must come without Content-Encoding");
    }
  }

  private static boolean hasBody(HttpFields headers) {
    return headers.contains("Transfer-Encoding")
        || all(headers, "Content-Length").stream().anyMatch(length -> !length.equals("0"));
  }

  private static boolean isTaken(String type) {
    return CONTENT_TYPES.contains(Content.mediaType(type));
  }

  private static List<String> all(HttpFields headers, String name) {
    return headers.getFields(name).stream().map(HttpField::getValue).map(Guard::orEmpty).toList();
  }

  private static String orEmpty(String value) {
    return value == null ? "" : value;
  }

  private static Refusal foreign() {
    return new Refusal(
        Trouble.FOREIGN_ORIGIN, "Origin must be this engine's own, and no other page behind it");
  }

  private static Refusal unauthorized() {
    return new Refusal(
        Trouble.UNAUTHORIZED, "a bearer token or the cookie of engine dashboard is needed");
  }
}
