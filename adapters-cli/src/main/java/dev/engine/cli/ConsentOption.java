package dev.engine.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** {@code --yes}, which every command has that asks before it changes somebody's files. */
final class ConsentOption {

  @Option(names = "--yes", description = "Do it without asking.")
  private boolean yes;

  @Spec(Target.MIXEE)
  private CommandSpec command;

  /**
   * Whether the person wants it: said by {@code --yes}, or else asked now.
   *
   * @param question without the question mark
   * @throws ParameterException if nobody is there to be asked
   */
  boolean isGiven(Context context, String question) {
    if (yes) {
      return true;
    }
    if (!context.output().terminal().isInteractive()) {
      throw new ParameterException(
          command.commandLine(), "nobody can be asked here, so say --yes if you want it");
    }
    context.output().prompt(question + "? [y/N] ");
    return isYes(line(context.in()).strip().toLowerCase(Locale.ROOT));
  }

  /** The next line of {@code input}; an input that ends is an answer too, and not a yes. */
  private static String line(InputStream input) {
    try {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
      return Objects.requireNonNullElse(lines.readLine(), "");
    } catch (IOException ended) {
      return "";
    }
  }

  private static boolean isYes(String answer) {
    return answer.equals("y") || answer.equals("yes");
  }
}
