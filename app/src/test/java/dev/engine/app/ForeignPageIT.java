package dev.engine.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages of others in a real Chromium whose user is signed in to the engine: whatever they try
 * against every route, they read nothing and change nothing.
 */
final class ForeignPageIT {

  /** Far more than any step takes; only a hang meets it. */
  private static final long HANG_SECONDS = 120;

  private static final String COOKIE = "Cookie: engine";

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
  private Path project;
  private ServingProcess engine;
  private HttpServer foreign;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(chromium() != null, "chromium is not installed: see .ci/run");
    project = Shipped.project(Files.createDirectory(folder.resolve("project")));
    engine = ServingProcess.start(project);
    foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    foreign.createContext("/", this::answer);
    foreign.start();
  }

  @AfterEach
  void stop() {
    if (foreign != null) {
      foreign.stop(0);
    }
    if (engine != null) {
      engine.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.test", "127.0.0.1", "localhost"})
  void aForeignPageReadsNothingAndChangesNothing(String host) throws Exception {
    signIn();
    String before = state();

    JsonNode report = attack(host);

    assertThat(texts(report.path("controls"))).contains("fetch", "xhr", "img", "script", "iframe");
    assertThat(report.path("attempts").asInt()).isGreaterThan(500);
    assertThat(texts(report.path("read"))).isEmpty();
    assertThat(state()).isEqualTo(before);
    assertThat(withCookie("Sec-Fetch-Site: cross-site")).isEmpty();
    if (!host.equals("127.0.0.1")) { // ports do not make a site, so there only the engine refuses
      assertThat(netLog()).contains("Sec-Fetch-Site: cross-site", "Origin: http://" + host);
      assertThat(withCookie("Origin: http://" + host)).isEmpty();
    }
  }

  /** Its name is one of the foreigner, its address the engine's: the trick of changed names. */
  @Test
  void theEngineAnswersToNoForeignName() throws Exception {
    signIn();

    String shown = shown(URI.create("http://evil.test:%d/".formatted(port())));

    assertThat(shown).contains("ENG-1110").doesNotContain("<script");
    assertThat(netLog()).doesNotContain(COOKIE);
  }

  private void signIn() throws IOException {
    String link = Shipped.engine(project, "dashboard", "--print").out().strip();
    shown(URI.create(link));
    shown(ServingProcess.address(project));
    assertThat(netLog()).as("the browser is signed in").contains(COOKIE);
  }

  private JsonNode attack(String host) throws Exception {
    URI page = URI.create("http://%s:%d/".formatted(host, foreign.getAddress().getPort()));
    Process browser = browser(List.of(page.toString())).start();
    try {
      String report = reports.poll(HANG_SECONDS, TimeUnit.SECONDS);
      return JSON.readTree(String.valueOf(report));
    } finally {
      browser.destroy(); // as its user would close it, so that it writes its log to the end
      assertThat(browser.waitFor(HANG_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** The document that the browser makes of an address. */
  private String shown(URI address) {
    List<String> command = browser(List.of("--dump-dom", address.toString())).command();
    return Shipped.run(folder, command, "", Map.of()).out();
  }

  private ProcessBuilder browser(List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(String.valueOf(chromium()));
    command.addAll(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-popup-blocking",
            "--no-first-run",
            "--password-store=basic",
            "--host-resolver-rules=MAP evil.test 127.0.0.1",
            "--net-log-capture-mode=IncludeSensitive",
            "--log-net-log=" + folder.resolve("net.json"),
            "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(more);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("browser.log").toFile());
  }

  /** All that went over its connections, headers included, since it was started last. */
  private String netLog() throws IOException {
    return Files.readString(folder.resolve("net.json"));
  }

  /** Its lines, each an event, that tell of a request with our cookie and with this header. */
  private List<String> withCookie(String header) throws IOException {
    return netLog()
        .lines()
        .filter(event -> event.contains(COOKIE) && event.contains(header))
        .toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case "/" -> send(exchange, "text/html", resource("foreign-page.html"));
        case "/attack.js" -> send(exchange, "text/javascript", resource("foreign-page.js"));
        case "/targets" -> send(exchange, "application/json", targets().getBytes(UTF_8));
        case "/control" -> send(exchange, "text/html", "<p>mine</p>".getBytes(UTF_8));
        case "/control.svg" ->
            send(
                exchange,
                "image/svg+xml",
                "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>".getBytes(UTF_8));
        case "/report" -> {
          reports.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(204, -1);
        }
        default -> exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream found = ForeignPageIT.class.getResourceAsStream(name)) {
      return found.readAllBytes();
    }
  }

  /** Every route of the API by its document, and those that are not in it. */
  private String targets() throws IOException {
    List<String> targets = new ArrayList<>();
    for (String other :
        List.of(
            "GET /",
            "GET /metrics",
            "GET /readyz",
            "POST /hooks/SessionStart",
            "GET /waits",
            "POST /mcp",
            "GET /api/v1/openapi.json")) {
      targets.add(other);
    }
    JsonNode paths = JSON.readTree(get("/api/v1/openapi.json")).path("paths");
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            targets.add(
                                operation.getKey().toUpperCase(Locale.ROOT)
                                    + " "
                                    + path.getKey().replaceAll("\\{[^}]+}", "0000000a"))));
    return JSON.writeValueAsString(
        Map.of("engine", "http://127.0.0.1:" + port(), "targets", targets));
  }

  /** What people, clients and hooks have changed so far. */
  private String state() throws IOException {
    JsonNode events = JSON.readTree(get("/api/v1/events?limit=500")).path("items");
    long foreignEvents =
        Stream.of("http", "hook", "mcp", "cli")
            .mapToLong(
                actor ->
                    events
                        .valueStream()
                        .filter(event -> event.path("actor").asString().equals(actor))
                        .count())
            .sum();
    return "%d events, %s".formatted(foreignEvents, HookStore.of(project).calls());
  }

  private String get(String path) throws IOException {
    try {
      return ServingProcess.get(project, path, "Authorization", ServingProcess.bearer(project))
          .body();
    } catch (InterruptedException never) {
      throw new IllegalStateException(never);
    }
  }

  private int port() throws IOException {
    return ServingProcess.address(project).getPort();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static @Nullable Path chromium() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry, "chromium"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }
}
