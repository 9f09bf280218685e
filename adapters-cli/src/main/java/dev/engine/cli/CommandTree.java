package dev.engine.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IFactory;

/**
 * The commands as far as a command line needs them: the one that it names, with its verbs. To build
 * all of them takes longer than most commands run.
 */
final class CommandTree {

  /** What speaks of the others. */
  private static final Set<Class<?>> NEEDS_ALL = Set.of(CompletionCommand.class, HelpCommand.class);

  private static final String PROJECT = "--project";

  private CommandTree() {}

  /** All commands, unless it is clear at once which of them {@code args} name. */
  static CommandLine of(IFactory factory, String... args) {
    Optional<Class<?>> named = firstWord(args).flatMap(CommandTree::named);
    if (named.isEmpty() || NEEDS_ALL.contains(named.get())) {
      return new CommandLine(EngineCommand.class, factory);
    }
    return new CommandLine(BareEngineCommand.class, factory).addSubcommand(named.get());
  }

  /** The first word behind {@code --project}; empty where anything else comes before it. */
  private static Optional<String> firstWord(String... args) {
    int at = 0;
    if (args.length > 0 && args[0].startsWith(PROJECT + "=")) {
      at = 1;
    } else if (args.length > 1 && args[0].equals(PROJECT) && isPlain(args[1])) {
      at = 2;
    }
    return at < args.length ? Optional.of(args[at]) : Optional.empty();
  }

  /** Whether picocli cannot but take {@code word} for the value of the option before it. */
  private static boolean isPlain(String word) {
    return !word.startsWith("-") && !word.startsWith("@") && named(word).isEmpty();
  }

  private static Optional<Class<?>> named(String word) {
    return Arrays.<Class<?>>stream(EngineCommand.class.getAnnotation(Command.class).subcommands())
        .filter(type -> type.getAnnotation(Command.class).name().equals(word))
        .findFirst();
  }
}
