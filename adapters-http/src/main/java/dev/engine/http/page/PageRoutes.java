package dev.engine.http.page;

import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.http.problem.Refusal;
import dev.engine.http.problem.Trouble;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The page, its files, and the way in for a browser. */
public final class PageRoutes {

  private static final String HTML = "text/html; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final Parameter<String> FOLDER =
      Parameter.path("folder", String.class, "a folder of the page");
  private static final Parameter<String> FILE =
      Parameter.path("file", String.class, "a file in it");
  private static final Parameter<String> CODE =
      Parameter.query("code", String.class, "what POST /api/v1/dashboard-codes made; good once");

  private final Browsers browsers;
  private final InstantSource clock;
  private final int port;
  private final Assets assets = new Assets();
  private final FrontPage front = FrontPage.of(assets.own("", "index.html"));

  public PageRoutes(Browsers browsers, InstantSource clock, int port) {
    this.browsers = browsers;
    this.clock = clock;
    this.port = port;
  }

  /** The operations of the page. */
  public List<Operation> operations() {
    return List.of(
        Operation.get("/", "showPage", "The dashboard.")
            .orAnswers(401, HTML, "How to get in.")
            .writes(HTML, front::write),
        Operation.get("/assets/page/{folder}/{file}", "pageScript", "A part of its program.")
            .with(FOLDER, FILE)
            .writes(SCRIPT, call -> write(call, assets.own(call.get(FOLDER), script(call)))),
        Operation.get("/assets/lib/{file}", "pageLibrary", "A library that it stands on.")
            .with(FILE)
            .writes(SCRIPT, call -> write(call, assets.library(script(call)))),
        Operation.get("/assets/style/{file}", "pageStyle", "How it looks.")
            .with(FILE)
            .writes("text/css; charset=utf-8", call -> write(call, style(call))),
        Operation.get("/assets/icon/{file}", "pageIcon", "What stands in the tab.")
            .with(FILE)
            .writes("image/svg+xml", call -> write(call, icon(call))),
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
    return new Assets().own("", "stranger.html");
  }

  private DashboardCodeJson makeCode(Call call) {
    Instant until = clock.instant().plus(browsers.codes().validFor());
    return new DashboardCodeJson("/open?code=" + browsers.codes().issue(), until);
  }

  /** Whoever opens the link a second time sees the page all the same if the cookie is there. */
  private void open(Call call) {
    Context http = call.http();
    String code = call.find(CODE);
    if (code != null && browsers.codes().use(code)) {
      http.header(Header.SET_COOKIE, cookie(browsers.cookies().issue()));
    } else if (!isKnown(http)) {
      http.status(HttpStatus.UNAUTHORIZED).result(strangersPage());
      return;
    }
    http.res().setContentType(null);
    http.status(HttpStatus.SEE_OTHER).header(Header.LOCATION, "/");
  }

  private boolean isKnown(Context http) {
    String cookie = http.cookie(Browsers.cookieName(port));
    return cookie != null && browsers.cookies().isGood(cookie);
  }

  private String cookie(String value) {
    return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict"
        .formatted(Browsers.cookieName(port), value, browsers.cookies().validFor().toSeconds());
  }

  private static void write(Call call, String text) {
    call.http().result(text);
  }

  /** The type of a path is fixed, so only files of that type are below it. */
  private static String script(Call call) {
    return named(call, ".js");
  }

  private String style(Call call) {
    String name = named(call, ".css");
    return name.equals("normalize.css") ? assets.library(name) : assets.own("style", name);
  }

  /** Its name is how many things wait; more than nine look alike. */
  private static String icon(Call call) {
    String name = named(call, ".svg");
    if (!name.matches("([0-9]|10)\\.svg")) {
      throw new Refusal(Trouble.UNKNOWN_PATH, "icons are 0.svg to 10.svg, not " + name);
    }
    return TabIcon.of(Integer.parseInt(name.substring(0, name.indexOf('.'))));
  }

  private static String named(Call call, String ending) {
    String name = call.get(FILE);
    if (!name.endsWith(ending)) {
      throw new Refusal(Trouble.UNKNOWN_PATH, "the page has no file %s here".formatted(name));
    }
    return name;
  }

  /**
   * A link that lets one browser in.
   *
   * @param path with the code in it, below the address of this engine
   */
  record DashboardCodeJson(String path, Instant validUntil) {}
}
