package dev.engine.http.page;

import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** The page, its files, and the way in for a browser. */
public final class PageRoutes {

  private static final String HTML = "text/html; charset=utf-8";
  private static final Parameter<String> CODE =
      Parameter.query("code", String.class, "what POST /api/v1/dashboard-codes made; good once");

  private final Browsers browsers;
  private final InstantSource clock;
  private final int port;

  public PageRoutes(Browsers browsers, InstantSource clock, int port) {
    this.browsers = browsers;
    this.clock = clock;
    this.port = port;
  }

  /** The operations of the page. */
  public List<Operation> operations() {
    return List.of(
        Operation.get("/", "showPage", "A page of what is going on.")
            .orAnswers(401, HTML, "How to get in.")
            .writes(HTML, call -> write(call, "status.html")),
        Operation.get("/assets/status.js", "pageScript", "The page's script.")
            .writes("text/javascript; charset=utf-8", call -> write(call, "status.js")),
        Operation.get("/assets/status.css", "pageStyle", "The page's style.")
            .writes("text/css; charset=utf-8", call -> write(call, "status.css")),
        Operation.get("/open", "openPage", "Lets a browser in that brings a code.")
            .with(CODE)
            .orAnswers(303, null, "In, to the page, with a cookie.")
            .orAnswers(401, HTML, "The code is not good, or not any more.")
            .writes(HTML, this::open),
        Operation.post(
                "/api/v1/dashboard-codes", "makeDashboardCode", "Makes a link for one browser.")
            .secret()
            .answers(DashboardCodeJson.class, this::makeCode));
  }

  /** What a browser without a cookie is shown. */
  public static String strangersPage() {
    return resource("stranger.html");
  }

  private DashboardCodeJson makeCode(Call call) {
    Instant until = clock.instant().plus(browsers.codes().validFor());
    return new DashboardCodeJson("/open?code=" + browsers.codes().issue(), until);
  }

  /** Whoever opens the link a second time sees the page all the same if the cookie is there. */
  private void open(Call call) {
    Context http = call.http();
    String code = call.find(CODE);
    if (code == null || !browsers.codes().use(code)) {
      http.status(HttpStatus.UNAUTHORIZED).result(strangersPage());
      return;
    }
    http.header(Header.SET_COOKIE, cookie(browsers.cookies().issue()));
    http.res().setContentType(null);
    http.status(HttpStatus.SEE_OTHER).header(Header.LOCATION, "/");
  }

  private String cookie(String value) {
    return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict"
        .formatted(Browsers.cookieName(port), value, browsers.cookies().validFor().toSeconds());
  }

  private static void write(Call call, String name) {
    call.http().result(resource(name));
  }

  private static String resource(String name) {
    try (InputStream in = PageRoutes.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * A link that lets one browser in.
   *
   * @param path with the code in it, below the address of this engine
   */
  record DashboardCodeJson(String path, Instant validUntil) {}
}
