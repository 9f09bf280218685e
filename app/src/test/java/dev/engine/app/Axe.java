package dev.engine.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What finds barriers in a page: axe, as {@code .ci/run} installs it by npm. */
final class Axe {

  private static final Path SOURCE =
      Path.of(System.getProperty("engine.root"), "app/target/npm/node_modules/axe-core/axe.min.js");

  private final Browser browser;
  private final String source;

  private Axe(Browser browser, String source) {
    this.browser = browser;
    this.source = source;
  }

  /** Skips the test that calls this where it is not installed. */
  static Axe in(Browser browser) throws IOException {
    assumeTrue(Files.exists(SOURCE), "axe-core is not installed: see .ci/run");
    return new Axe(browser, Files.readString(SOURCE));
  }

  /** Each serious or critical barrier of the page as it is: the rule, and where. */
  List<String> barriers() {
    if (!browser.is("window.axe")) {
      browser.script(source);
    }
    Object found =
        browser.asyncScript(
            """
            const done = arguments[0];
            axe.run(document, { resultTypes: ["violations"] }).then(
              ({ violations }) => done(violations
                .filter(({ impact }) => impact === "serious" || impact === "critical")
                .flatMap(({ id, nodes }) => nodes.map((node) =>
                  `${id}: ${node.target} ${node.html.slice(0, 150)} ${node.failureSummary}`))),
              (error) => done([String(error)]));
            """);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }
}
