package dev.engine.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What a worker is to do: in a word of the command line, piped in, or in a file. */
final class InstructionOptions {

  @Option(names = "--file", description = "A text file that says what to do, in place of TEXT.")
  private @Nullable String file;

  @Spec(Target.MIXEE)
  private CommandSpec command;

  /**
   * All of it. No group or mixin of picocli's can hold the second of several positional parameters,
   * so that it is checked here that it is said once.
   *
   * @param text the word; {@code -} for what is piped in; null if there is none
   * @throws ParameterException if it is not
   */
  String read(Context context, @Nullable String text) {
    if ((text == null) == (file == null)) {
      throw new ParameterException(
          command.commandLine(), "what to do must be said by one of TEXT, - and --file");
    }
    return file == null && !"-".equals(text)
        ? String.valueOf(text)
        : new TextSource(context).read(file == null ? "-" : file);
  }
}
