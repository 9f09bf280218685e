package dev.engine.app;

import dev.engine.domain.error.EngineException;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.install.HomeFolder;
import dev.engine.hooks.BackgroundDrainer;
import dev.engine.hooks.HookAnswer;
import dev.engine.hooks.HookCall;
import dev.engine.hooks.HookEnvironment;
import dev.engine.hooks.HookMeans;
import dev.engine.hooks.HookRequest;
import dev.engine.hooks.OneShotHook;
import dev.engine.hooks.Spool;
import dev.engine.hooks.Surroundings;
import dev.engine.services.Homes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bin/engine-hook} starts when no engine answers. {@code [--home DIR] [EVENT]} records
 * one event of Claude Code, whose payload comes on standard input; {@code --drain --home DIR}
 * stores the events that wait in the spool. Its exit code is 0 unless there was no JVM to run it.
 *
 * <p>Old clients drop the arguments. Then the payload tells the event, and the project that the
 * client names tells the home.
 */
public final class HookMain {

  private final Map<String, String> environment;
  private final HookMeans means =
      new HookMeans(Clock.systemUTC(), Randomness.ofThisProcess(), new ThreadPauses());

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
      Arguments arguments = Arguments.of(args);
      HookMain hook = new HookMain(environment);
      return arguments.isDrain() ? hook.drain(arguments) : hook.handle(payload(stdin), arguments);
    } catch (IOException | RuntimeException failure) {
      return HookAnswer.trouble(failure);
    }
  }

  private HookAnswer handle(String payload, Arguments arguments) {
    HookCall call =
        new HookCall(
            eventId(),
            Door.ONE_SHOT,
            arguments.event(),
            payload,
            new HookEnvironment(environment),
            calledAt());
    HomeFolder home = home(arguments);
    return new OneShotHook(home.database(), new Spool(home.spool()), surroundings(home), means)
        .handle(call);
  }

  private HookAnswer drain(Arguments arguments) {
    HomeFolder home = home(arguments);
    Spool spool = new Spool(home.spool());
    long pid = ProcessHandle.current().pid();
    new BackgroundDrainer(home.database(), spool, surroundings(home), means, pid).run();
    return HookAnswer.SILENCE;
  }

  private Surroundings surroundings(HomeFolder home) {
    return SurroundingsOfMachine.of(new Settings(home, environment));
  }

  private HomeFolder home(Arguments arguments) {
    if (arguments.home() != null) {
      return new HomeFolder(arguments.home().toAbsolutePath());
    }
    String project = environment.get("CLAUDE_PROJECT_DIR");
    return Homes.find(environment.get("ENGINE_HOME"), Path.of(project == null ? "" : project));
  }

  /** What the launcher has drawn, by which it may have sent the event another way already. */
  private HookEventId eventId() {
    String drawn = environment.getOrDefault("ENGINE_HOOK_EVENT_ID", "");
    return HookEventId.isShapeOf(drawn)
        ? new HookEventId(drawn)
        : HookEventId.random(means.random());
  }

  /** When the launcher was called; now, if it does not say so in a way that can be read. */
  private Instant calledAt() {
    try {
      return HookRequest.time(environment.getOrDefault("ENGINE_HOOK_CALLED_AT", ""));
    } catch (EngineException untold) {
      return means.clock().instant();
    }
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
  private record Arguments(@Nullable Path home, String event, boolean isDrain) {

    static Arguments of(String[] args) {
      Path home = null;
      String event = "";
      boolean isDrain = false;
      for (int i = 0; i < args.length; i++) {
        if (args[i].equals("--home") && i + 1 < args.length) {
          home = Path.of(args[++i]);
        } else if (args[i].equals("--drain")) {
          isDrain = true;
        } else {
          event = args[i];
        }
      }
      return new Arguments(home, event, isDrain);
    }
  }
}
