package dev.engine.cli;

import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Runs command lines. */
public final class Cli {

  private final Program program;
  private final InstantSource clock;
  private final InputStream in;

  /**
   * @param clock tells what "3m ago" is counted from
   * @param in what a command reads where it is told {@code -}; left open
   */
  public Cli(Program program, InstantSource clock, InputStream in) {
    this.program = program;
    this.clock = clock;
    this.in = in;
  }

  /**
   * Runs one command line and returns its exit code.
   *
   * @param directory where it was typed
   * @param environment the variables it was typed with
   */
  public int run(
      Terminal terminal, Path directory, Map<String, String> environment, String... args) {
    Context context = new Context(program, terminal, clock, in, directory, environment);
    CommandLine commands = commands(context, environment, args);
    commands.setOut(terminal.out()).setErr(terminal.err());
    int exitCode = commands.execute(args);
    terminal.out().flush();
    terminal.err().flush();
    return exitCode;
  }

  private static CommandLine commands(
      Context context, Map<String, String> environment, String... args) {
    CommandLine commands = CommandTree.of(new Injection(context), args);
    Types.register(commands);
    Failures failures = new Failures(environment.containsKey("ENGINE_DEBUG"));
    Terminal terminal = context.output().terminal();
    return commands
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                terminal.kind() == Terminal.Kind.COLOURED
                    ? CommandLine.Help.Ansi.ON
                    : CommandLine.Help.Ansi.OFF))
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(Math.clamp(terminal.columns(), 55, 100));
  }

  /** Gives a command its {@link Context}, if its constructor asks for one. */
  record Injection(Context context) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        if (constructor.getParameterCount() == 1
            && constructor.getParameterTypes()[0] == Context.class) {
          return type.cast(constructor.newInstance(context));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
