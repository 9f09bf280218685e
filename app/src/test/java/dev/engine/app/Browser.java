package dev.engine.app;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Chromium without a window, as Debian has it, that shows one page until it is closed. */
final class Browser implements AutoCloseable {

  /** Whatever it would ask its makers for is left out: no request of a test leaves this machine. */
  private static final List<String> FLAGS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // or the browser ignores a page that goes to over 200 places within ten seconds
          "--disable-ipc-flooding-protection",
          "--no-first-run",
          "--enable-precise-memory-info",
          "--js-flags=--expose-gc",
          "--lang=en-US",
          "--window-size=1280,900");

  private static final JsonMapper JSON = new JsonMapper();

  private final ChromeDriver driver;
  private final List<String> complaints = new ArrayList<>();

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts one; the test that calls this is skipped where Chromium is not installed.
   *
   * @param profile a folder for what it keeps, new for each browser
   */
  static Browser start(Path profile) {
    Path chromium = installed("chromium");
    Path chromedriver = installed("chromedriver");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(FLAGS);
    options.addArguments("--user-data-dir=" + profile);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.toFile()) // else Selenium would look for one
            .usingAnyFreePort()
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(10));
    return new Browser(driver);
  }

  private static Path installed(String program) {
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path file = Path.of(folder, program);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    return Assumptions.abort(program + " is not installed: see .ci/run");
  }

  ChromeDriver driver() {
    return driver;
  }

  void open(URI address) {
    driver.get(address.toString());
  }

  /** The value of a script's {@code return}; elements, texts, numbers (long or double), lists. */
  @Nullable Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** What the page's script calls its last argument with; never nothing. */
  Object asyncScript(String script, Object... arguments) {
    return Objects.requireNonNull(driver.executeAsyncScript(script, arguments));
  }

  long number(String expression) {
    return ((Number) Objects.requireNonNull(script("return " + expression))).longValue();
  }

  String text(String expression) {
    return String.valueOf(script("return " + expression));
  }

  boolean is(String expression) {
    return Boolean.TRUE.equals(script("return Boolean(" + expression + ")"));
  }

  /** Waits until an expression of the page holds. */
  void await(String expression) {
    WorkerScene.await(
        () -> is(expression), () -> expression + " of " + driver.getTitle() + ": " + body());
  }

  private String body() {
    return text("document.body.innerText.slice(0, 2000)");
  }

  /** Has the page be seen by somebody who prefers {@code scheme}, on a screen of this size. */
  void look(String scheme, int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme)),
            "media",
            ""));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  void screenshot(Path file) throws IOException {
    Picture.write(driver.getScreenshotAs(OutputType.BYTES), file);
  }

  /**
   * All that it has complained about so far (errors, what the content security policy or trusted
   * types refused), and each address off {@code origin} that it asked for.
   */
  List<String> complaints(URI origin) {
    driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .forEach(complaints::add);
    driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(entry -> JSON.readTree(entry.getMessage()).path("message"))
        .filter(message -> message.path("method").asString().equals("Network.requestWillBeSent"))
        .map(message -> message.path("params").path("request"))
        .filter(request -> isForeign(request, origin))
        .forEach(request -> complaints.add("asked for " + request.path("url").asString()));
    return List.copyOf(complaints);
  }

  /** Forgets what it has complained about. */
  void forgive(URI origin) {
    complaints(origin);
    complaints.clear();
  }

  private static boolean isForeign(JsonNode request, URI origin) {
    String address = request.path("url").asString();
    boolean isOwn = address.startsWith(origin.toString()) || address.startsWith("data:");
    return !isOwn && !address.startsWith("chrome://"); // its own first page
  }

  @Override
  public void close() {
    driver.quit();
  }
}
