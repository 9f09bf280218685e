package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.error.EngineException;
import dev.engine.domain.error.FailureExamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** What the documents of this repository say about the command line is so. */
final class DocumentationTest {

  private static final Path ROOT = Path.of(System.getProperty("engine.root"));

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");

  /** In a block of code, with or without a prompt and a comment. */
  private static final Pattern LINE =
      Pattern.compile("(?m)^(?:\\$ )?(?:\\./)?engine ([a-z-].*?)(?: +#.*)?$");

  private static final Pattern SPAN = Pattern.compile("`(?:\\./)?engine ([a-z-][^`]*)`");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /**
   * What stands for something that the reader chooses: {@code ID}, {@code COMMAND}, {@code ...}.
   */
  private static final Pattern PLACEHOLDER = Pattern.compile("[A-Z_]+|\\.\\.\\.");

  /** A noun and its verbs. */
  private static final Pattern COMMAND_ROW =
      Pattern.compile("(?m)^\\| `engine ([a-z-]+)` \\|([^|]*)\\|");

  private static final Pattern VERB = Pattern.compile("`([a-z-]+)`");

  private static final Pattern ERROR_ROW =
      Pattern.compile("(?m)^\\| (ENG-\\d{4}) \\|[^|]*\\| (\\d+) \\|");

  private final CliRun cli = new CliRun();

  static Stream<String> commandLines() throws IOException {
    return documents()
        .map(DocumentationTest::text)
        .flatMap(DocumentationTest::commandLines)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void everyCommandLineIsUnderstood(String line) {
    List<String> words = withoutPlaceholders(words(line));
    words.add("--help");

    CliRun.Result result = cli.run(words.toArray(String[]::new));

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void theReadmeListsEveryCommand() {
    Set<String> commands = new TreeSet<>();
    collect(EngineCommand.class, "", commands);

    Set<String> listed =
        COMMAND_ROW
            .matcher(text(ROOT.resolve("README.md")))
            .results()
            .flatMap(row -> commands(row.group(1), row.group(2)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(listed).isEqualTo(commands);
  }

  @Test
  void exitCodesAreThoseOfTheListOfErrors() {
    Map<String, Integer> inCode =
        FailureExamples.oneOfEach().stream()
            .collect(Collectors.toMap(EngineException::code, Failures::exitCode));
    inCode.put("ENG-9999", ExitCodes.BUG);

    Map<String, Integer> inList = new HashMap<>();
    for (MatchResult row :
        ERROR_ROW.matcher(text(ROOT.resolve("docs/ERRORS.md"))).results().toList()) {
      inList.put(row.group(1), Integer.valueOf(row.group(2)));
    }

    assertThat(inList).isEqualTo(inCode);
  }

  private static Stream<String> commandLines(String text) {
    Stream<MatchResult> lines =
        BLOCK.matcher(text).results().flatMap(block -> LINE.matcher(block.group()).results());
    Stream<MatchResult> spans = SPAN.matcher(BLOCK.matcher(text).replaceAll("")).results();
    return Stream.concat(lines, spans).map(found -> found.group(1));
  }

  /** Every command that does something, such as {@code session list}. */
  private static void collect(Class<?> type, String before, Set<String> commands) {
    for (Class<?> sub : type.getAnnotation(Command.class).subcommands()) {
      Command command = sub.getAnnotation(Command.class);
      String name = (before + " " + command.name()).strip();
      if (command.subcommands().length > 0) {
        collect(sub, name, commands);
      } else if (sub != HelpCommand.class) {
        commands.add(name);
      }
    }
  }

  private static Stream<String> commands(String noun, String verbs) {
    List<String> all =
        VERB.matcher(verbs).results().map(verb -> noun + " " + verb.group(1)).toList();
    return all.isEmpty() ? Stream.of(noun) : all.stream();
  }

  /** A placeholder is as good a value of an option as any other word. */
  private static List<String> withoutPlaceholders(List<String> words) {
    List<String> left = new ArrayList<>();
    for (String word : words) {
      boolean isValue = !left.isEmpty() && left.getLast().startsWith("--");
      if (isValue || !PLACEHOLDER.matcher(word).matches()) {
        left.add(word);
      }
    }
    left.remove("--help");
    return left;
  }

  private static List<String> words(String line) {
    return WORD.matcher(line)
        .results()
        .map(word -> word.group(1) != null ? word.group(1) : word.group(2))
        .toList();
  }

  private static Stream<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    Path plugin = ROOT.resolve("app/src/main/dist/share/claude-plugin/engine");
    for (Path folder :
        List.of(
            ROOT,
            ROOT.resolve("docs"),
            ROOT.resolve("docs/adr"),
            plugin,
            plugin.resolve("commands"),
            plugin.resolve("skills/delegate"))) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
      }
    }
    return documents.stream();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
