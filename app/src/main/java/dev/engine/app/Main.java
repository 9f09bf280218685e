package dev.engine.app;

import dev.engine.cli.Cli;
import dev.engine.cli.ExitCodes;
import dev.engine.cli.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** {@code engine}. */
public final class Main {

  /** What a terminal has that does not say how wide it is. */
  private static final int USUAL_COLUMNS = 80;

  /** Set by the launcher: bash tells in no time, the JDK's console takes 20 ms to load. */
  private static final String IS_TERMINAL = "engine.terminal";

  private Main() {}

  /**
   * Runs one command line and exits with its code. Everything is printed and closed by then, so
   * there is nothing that exit() would do but set up a logger, to find out that nobody logs exits.
   */
  public static void main(String[] args) {
    Runtime.getRuntime().halt(run(System.getenv(), args));
  }

  /** Runs one command line with these variables and returns its exit code. */
  static int run(Map<String, String> environment, String... args) {
    StandardOutput stdout = new StandardOutput();
    PrintWriter out = new PrintWriter(stdout, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    // Stored times have milliseconds; a finer clock would give values that do not read back.
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    int exitCode = run(terminal(out, err, environment), clock, environment, args);
    if (stdout.failure().isEmpty()) {
      return exitCode;
    }
    err.println(
        "engine: ENG-2001 the output cannot be written: " + stdout.failure().get().getMessage());
    return ExitCodes.STORAGE;
  }

  private static int run(
      Terminal terminal, Clock clock, Map<String, String> environment, String... args) {
    try (EngineProgram program =
        new EngineProgram(clock, environment, Distribution.ofThisProcess())) {
      int exitCode =
          new Cli(program, clock, System.in)
              .run(terminal, Path.of("").toAbsolutePath(), environment, args);
      program.exitWith(exitCode);
      return exitCode;
    }
  }

  private static Terminal terminal(
      PrintWriter out, PrintWriter err, Map<String, String> environment) {
    if (!Boolean.getBoolean(IS_TERMINAL)) {
      return Terminal.pipe(out, err);
    }
    boolean plain = environment.containsKey("NO_COLOR") || "dumb".equals(environment.get("TERM"));
    Terminal.Kind kind = plain ? Terminal.Kind.PLAIN : Terminal.Kind.COLOURED;
    return new Terminal(out, err, kind, columns(environment));
  }

  private static int columns(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("COLUMNS"))
        .filter(columns -> columns.matches("[1-9][0-9]{0,4}"))
        .map(Integer::valueOf)
        .orElse(USUAL_COLUMNS);
  }
}
