package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Urgency;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.PingFilter;
import dev.engine.http.Client.Answer;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Host, Origin, site, method, type, token and cookie in every mixture, over every route. What a
 * request may do is said once more here, by whether each of its parts is good.
 */
final class GuardMatrixTest {

  private static final int REQUESTS = Integer.getInteger("engine.requests", 8_000);

  /** Stored before the first request, so that every answer that shows anything shows it. */
  private static final String CANARY = "canary-5f0c1d";

  private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 405, 415, 421);

  private static final byte[] BODY = "{\"message\":\"a\"}".getBytes(StandardCharsets.US_ASCII);

  private final House house = House.open();
  private final Client client = house.client();

  /** The request before and its answer, for the case that there is none to the next. */
  private String last = "nothing";

  /** One header line, or none, and whether a request with it may come in. */
  private record Part(String name, List<String> lines, boolean good) {

    static Part good(String name, String... lines) {
      return new Part(name, List.of(lines), true);
    }

    static Part bad(String name, String... lines) {
      return new Part(name, List.of(lines), false);
    }
  }

  /** One request of the matrix. */
  private record Knock(
      String method, String path, Part host, Part origin, Part site, Part type, Part pass) {

    boolean mayComeIn() {
      boolean isSafe = method.equals("GET") || method.equals("HEAD");
      boolean isKnown = isSafe || Set.of("POST", "PUT", "PATCH", "DELETE").contains(method);
      boolean isOpen = isSafe && (path.equals("/healthz") || path.startsWith("/open"));
      boolean isSaid = !pass.name().equals("cookie") || isSafe || !origin.lines().isEmpty();
      return isKnown
          && host.good()
          && origin.good()
          && site.good()
          && type.good()
          && (isOpen || (pass.good() && isSaid));
    }

    String head() {
      StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
      for (Part part : List.of(host, origin, site, type, pass)) {
        part.lines().forEach(line -> head.append(line).append("\r\n"));
      }
      return head.append("\r\n").toString();
    }
  }

  @AfterEach
  void closeHouse() {
    client.close();
    house.close();
  }

  @Test
  void nobodyReadsOrChangesAnythingWhoMayNot() {
    house.engine.pings().send(new Appeal(null, null, Urgency.HIGH, CANARY));
    Matrix matrix = new Matrix(client.authority(), cookie(), routes());
    RandomGenerator random = new Random(20_260_105);
    List<String> wrong = new ArrayList<>();
    int letIn = 0;

    for (int i = 0; i < REQUESTS; i++) {
      Knock knock = matrix.next(random);
      Rows before = rows();
      Answer answer = answer(knock);
      last = knock.head() + answer;
      letIn += knock.mayComeIn() ? 1 : 0;
      if (isWrong(knock, answer, before)) {
        wrong.add(knock.head() + answer.status() + " " + answer.body());
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(letIn).isBetween(REQUESTS / 20, REQUESTS / 2);
  }

  private Answer answer(Knock knock) {
    try {
      return client.raw(knock.head(), knock.type().name().equals("no body") ? new byte[0] : BODY);
    } catch (UncheckedIOException cut) {
      throw new AssertionError("after %s no answer to %s".formatted(last, knock.head()), cut);
    }
  }

  private record Rows(int pings, int heard) {}

  private Rows rows() {
    int pings =
        house.engine.pings().list(PingFilter.ALL, Page.first(new Limit(1_000))).items().size();
    return new Rows(pings, house.heard.size());
  }

  private boolean isWrong(Knock knock, Answer answer, Rows before) {
    boolean isCrossOriginOpen =
        answer.headers().stream().anyMatch(header -> header.startsWith("access-control"));
    boolean isUnlimited = answer.header("Content-Security-Policy").isEmpty();
    if (isCrossOriginOpen || isUnlimited || answer.status() >= 500 || isOfAnother(knock, answer)) {
      return true;
    }
    if (knock.mayComeIn()) {
      // /open without a code that is good is refused by itself, and so is JSON where none belongs.
      boolean isRefused = Set.of(401, 403, 415, 421).contains(answer.status());
      boolean isByItself =
          knock.path().startsWith("/open")
              || answer.body().contains("Content-Type must be text/vcard or text/csv here");
      return isRefused && !isByItself;
    }
    boolean isTold = answer.body().contains(CANARY) || answer.body().contains("engine_http");
    return !REFUSALS.contains(answer.status()) || isTold || !rows().equals(before);
  }

  /** Whether an answer that names its path names one that was not asked for. */
  private static boolean isOfAnother(Knock knock, Answer answer) {
    String path = knock.path().split("\\?", -1)[0];
    return answer.status() != 400
        && answer.body().startsWith("{\"type\":\"urn:engine:problem:")
        && !answer.body().contains("\"instance\":\"%s\"".formatted(path));
  }

  private String cookie() {
    String link = client.send("POST", "/api/v1/dashboard-codes").body();
    String path = link.replaceAll(".*\"path\":\"([^\"]+)\".*", "$1");
    return client.sendAs("GET", path, null).header("Set-Cookie").orElseThrow().split(";", -1)[0];
  }

  /** Every operation of the document, and paths that are none. */
  private List<String> routes() {
    List<String> routes = new ArrayList<>();
    for (String operation : Contract.of(client).operations()) {
      routes.add(
          operation
              .replace("{id}", "0000beef")
              .replace("{event}", "Stop")
              .replace("{file}", "backup.db")
              .replace("{tag}", "client"));
    }
    routes.addAll(List.of("GET /nothing", "POST /api/v1/nothing", "GET /api/v1/pings?limit=1"));
    return routes;
  }

  /** What there is to choose from. */
  private record Matrix(String authority, String cookie, List<String> routes) {

    private static final List<String> OTHER_METHODS =
        List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "SEARCH");

    Knock next(RandomGenerator random) {
      String[] route = any(routes, random).split(" ", 2);
      String method = random.nextInt(4) == 0 ? any(OTHER_METHODS, random) : route[0];
      return new Knock(
          method,
          route[1],
          mostly(hosts(), random),
          mostly(origins(), random),
          mostly(sites(), random),
          mostly(types(), random),
          mostly(passes(), random));
    }

    /** Three times of four a good one: else next to no request would be good in all its parts. */
    private static Part mostly(List<Part> parts, RandomGenerator random) {
      boolean good = random.nextInt(4) > 0;
      return any(parts.stream().filter(part -> part.good() == good).toList(), random);
    }

    private static <T> T any(List<T> values, RandomGenerator random) {
      return values.get(random.nextInt(values.size()));
    }

    private List<Part> hosts() {
      String port = authority.substring(authority.indexOf(':'));
      String own = "Host: " + authority;
      return List.of(
          Part.good("address", own),
          Part.good("other case", "hOST: " + authority),
          Part.bad("missing"),
          Part.bad("empty", "Host:"),
          Part.bad("twice", own, own),
          Part.bad("another besides", own, "Host: evil.example"),
          Part.bad("without port", "Host: 127.0.0.1"),
          Part.bad("other port", "Host: 127.0.0.1:1"),
          Part.bad("foreign", "Host: evil.example" + port),
          Part.bad("localhost.evil", "Host: localhost.evil.example" + port),
          Part.bad("any address", "Host: 0.0.0.0" + port),
          Part.bad("trailing dot", "Host: localhost." + port),
          Part.bad("other loopback", "Host: 127.0.0.2" + port),
          Part.bad("short", "Host: 127.1" + port),
          Part.bad("user", "Host: a@" + authority),
          Part.bad("list", "Host: " + authority + ", evil.example"));
    }

    private List<Part> origins() {
      String own = "http://" + authority;
      return List.of(
          Part.good("none"),
          Part.good("none"),
          Part.good("own", "Origin: " + own),
          Part.bad("null", "Origin: null"),
          Part.bad("empty", "Origin:"),
          Part.bad("foreign", "Origin: http://evil.example"),
          Part.bad("https", "Origin: https://" + authority),
          Part.bad("other port", "Origin: http://127.0.0.1:1"),
          Part.bad("other name", "Origin: http://localhost.evil.example"),
          Part.bad("prefix", "Origin: " + own + ".evil.example"),
          Part.bad("path", "Origin: " + own + "/"),
          Part.bad("twice", "Origin: " + own, "Origin: " + own),
          Part.bad("two", "Origin: " + own, "Origin: http://evil.example"));
    }

    private static List<Part> sites() {
      return List.of(
          Part.good("not said"),
          Part.good("own", "Sec-Fetch-Site: same-origin"),
          Part.good("typed", "Sec-Fetch-Site: none"),
          Part.bad("cross", "Sec-Fetch-Site: cross-site"),
          Part.bad("other port", "Sec-Fetch-Site: same-site"),
          Part.bad("two", "Sec-Fetch-Site: none", "Sec-Fetch-Site: cross-site"),
          Part.bad("nonsense", "Sec-Fetch-Site: me"));
    }

    private static List<Part> types() {
      String length = "Content-Length: " + BODY.length;
      return List.of(
          Part.good("no body"),
          Part.good("json", "Content-Type: application/json", length),
          Part.good("utf-8", "Content-Type: application/json; charset=UTF-8", length),
          Part.bad("none", length),
          Part.bad("text", "Content-Type: text/plain", length),
          Part.bad("form", "Content-Type: application/x-www-form-urlencoded", length),
          Part.bad("parts", "Content-Type: multipart/form-data; boundary=a", length),
          Part.bad("prefix", "Content-Type: application/jsonp", length),
          Part.bad("latin", "Content-Type: application/json; charset=latin1", length),
          Part.bad("two", "Content-Type: text/plain", "Content-Type: application/json", length));
    }

    private List<Part> passes() {
      String bearer = "Authorization: Bearer ";
      return List.of(
          Part.good("token", bearer + House.TOKEN),
          Part.good("scheme", "Authorization: bearer " + House.TOKEN),
          Part.good("cookie", "Cookie: " + cookie),
          Part.good("cookie", "Cookie: a=b; " + cookie + "; c=d"),
          Part.bad("nobody"),
          Part.bad("empty", "Authorization:"),
          Part.bad("no token", "Authorization: Bearer"),
          Part.bad("wrong", bearer + "wrong"),
          Part.bad("longer", bearer + House.TOKEN + "0"),
          Part.bad("shorter", bearer + House.TOKEN.substring(1)),
          Part.bad("basic", "Authorization: Basic " + House.TOKEN),
          Part.bad("twice", bearer + House.TOKEN, bearer + House.TOKEN),
          Part.bad("both wrong", bearer + "wrong", "Cookie: " + cookie),
          Part.bad("cookie twice", "Cookie: " + cookie + "; " + cookie),
          Part.bad("wrong cookie", "Cookie: " + cookie + "0"),
          Part.bad("token as cookie", "Cookie: token=" + House.TOKEN));
    }
  }
}
