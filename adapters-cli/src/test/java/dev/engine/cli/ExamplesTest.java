package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** Each command that does something ends its help with examples, and they are understood. */
final class ExamplesTest {

  /** Behind what is piped into it, and before where its output goes. */
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "^(?:Examples?:| ) +(?:.* \\| |\\w+ mcp add \\w+ -- |source <\\()?engine ([^|<>)]*)");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /**
   * A command with the words behind {@code engine}, such as {@code session list}.
   *
   * @param footer what its help ends with
   */
  record Leaf(String name, List<String> footer) {

    List<String> examples() {
      return footer.stream()
          .flatMap(line -> EXAMPLE.matcher(line).results())
          .map(found -> found.group(1).split(" {3,}", 2)[0].strip()) // what it does may follow
          .toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Leaf> leaves() {
    return leaves(tree());
  }

  @ParameterizedTest
  @MethodSource("leaves")
  void aCommandShowsHowItIsTyped(Leaf leaf) {
    assertThat(leaf.examples()).anyMatch(example -> (example + " ").startsWith(leaf.name() + " "));
  }

  @ParameterizedTest
  @MethodSource("leaves")
  void whatItShowsIsUnderstood(Leaf leaf) {
    for (String example : leaf.examples()) {
      assertThatCode(() -> tree().parseArgs(words(example))).as(example).doesNotThrowAnyException();
    }
  }

  private static Stream<Leaf> leaves(CommandLine command) {
    if (command.getSubcommands().isEmpty()) {
      return Stream.of(leaf(command));
    }
    return command.getSubcommands().values().stream()
        .filter(sub -> !(sub.getCommand() instanceof HelpCommand))
        .flatMap(ExamplesTest::leaves);
  }

  private static Leaf leaf(CommandLine command) {
    return new Leaf(
        command.getCommandSpec().qualifiedName().replaceFirst("^engine ", ""),
        Arrays.asList(command.getCommandSpec().usageMessage().footer()));
  }

  private static CommandLine tree() {
    CommandLine tree = CommandTree.of(new Cli.Injection(new CliRun().context()));
    Types.register(tree);
    return tree;
  }

  private static String[] words(String example) {
    List<String> words = new ArrayList<>();
    for (MatchResult word : WORD.matcher(example).results().toList()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words.toArray(String[]::new);
  }
}
