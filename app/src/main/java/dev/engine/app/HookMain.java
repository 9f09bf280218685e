package dev.engine.app;

import dev.engine.domain.error.EngineException;
import dev.engine.domain.install.HomeFolder;
import dev.engine.hooks.HookAnswer;
import dev.engine.hooks.HookCall;
import dev.engine.hooks.HookEnvironment;
import dev.engine.hooks.OneShotHook;
import dev.engine.hooks.Surroundings;
import dev.engine.host.ProcProcesses;
import dev.engine.host.ProcessPrograms;
import dev.engine.host.TmuxPanes;
import dev.engine.services.Homes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code engine-hook [--home DIR] [EVENT]}: records one event of Claude Code, whose payload comes
 * on standard input, without an engine running. Its exit code is always 0.
 *
 * <p>Old clients drop the arguments. Then the payload tells the event, and the project that the
 * client names tells the home.
 */
public final class HookMain {

  /**
   * The client gives a hook 10 s (`engine init` says so in its settings). To wait for other writers
   * for most of that is better than to lose the event: there is nowhere else yet to put it.
   */
  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(8);

  private final Map<String, String> environment;

  private HookMain(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Runs the hook and ends the JVM without the usual farewells, which would take longer. */
  public static void main(String[] args) {
    try {
      HookAnswer answer = answer(System.getenv(), System.in, args);
      System.out.print(answer.stdout());
      System.out.flush();
      if (!answer.stderr().isEmpty()) {
        System.err.println(answer.stderr());
      }
    } finally {
      Runtime.getRuntime().halt(0); // an Error too must not become an exit code
    }
  }

  /** What the hook says when it is called with these variables, this input and these arguments. */
  static HookAnswer answer(Map<String, String> environment, InputStream stdin, String... args) {
    try {
      return new HookMain(environment).handle(payload(stdin), Arguments.of(args));
    } catch (EngineException failure) {
      return HookAnswer.trouble(failure.code(), String.valueOf(failure.getMessage()));
    } catch (IOException | RuntimeException bug) {
      return HookAnswer.bug(bug);
    }
  }

  private HookAnswer handle(String payload, Arguments arguments) {
    HookCall call =
        new HookCall(arguments.event(), payload, new HookEnvironment(environment), calledAt());
    return hook(home(arguments)).handle(List.of(call)).getFirst();
  }

  private OneShotHook hook(HomeFolder home) {
    Settings settings = new Settings(home, environment);
    Surroundings surroundings =
        new Surroundings(
            new ProcProcesses(), new TmuxPanes(new ProcessPrograms()), settings::timezone);
    return new OneShotHook(home.database(), BUSY_TIMEOUT, surroundings, Randomness.ofThisProcess());
  }

  private HomeFolder home(Arguments arguments) {
    if (arguments.home() != null) {
      return new HomeFolder(arguments.home().toAbsolutePath());
    }
    String project = environment.get("CLAUDE_PROJECT_DIR");
    return Homes.find(environment.get("ENGINE_HOME"), Path.of(project == null ? "" : project));
  }

  /** When the launcher was called, in seconds with microseconds; now, if its bash is too old. */
  private Instant calledAt() {
    Instant now = Clock.tickMillis(ZoneOffset.UTC).instant();
    String called = environment.get("ENGINE_HOOK_CALLED_AT");
    if (called == null || !called.matches("\\d{1,12}[.,]\\d{6}")) {
      return now;
    }
    long micros = Long.parseLong(called.replaceAll("[.,]", ""));
    return Instant.ofEpochMilli(micros / 1_000);
  }

  /** One byte more than is allowed is enough to know; the rest is read so that no pipe breaks. */
  private static String payload(InputStream stdin) throws IOException {
    byte[] bytes = stdin.readNBytes(HookCall.MAX_PAYLOAD_BYTES + 1);
    stdin.transferTo(OutputStream.nullOutputStream());
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * The command line.
   *
   * @param home null if it is not told
   * @param event empty if it is not told
   */
  private record Arguments(@Nullable Path home, String event) {

    static Arguments of(String[] args) {
      Path home = null;
      String event = "";
      for (int i = 0; i < args.length; i++) {
        if (args[i].equals("--home") && i + 1 < args.length) {
          home = Path.of(args[++i]);
        } else {
          event = args[i];
        }
      }
      return new Arguments(home, event);
    }
  }
}
