package dev.engine.cli;

import dev.engine.cli.ChaosRun.Result;
import dev.engine.cli.ChaosRun.Result.LeftOut;
import dev.engine.cli.ChaosRun.Result.Tried;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "chaos",
    description = {
      "Break what Engine stands on, in a scratch store on this disk, and see whether it holds.",
      "Nothing of yours is touched."
    },
    footer = {
      "",
      "Examples: engine chaos --for 10m",
      "          engine chaos --only many-writers --seed 7",
      "",
      "Exit codes: 0 everything that was tried held, 5 something did not. What this machine lacks"
          + " the means for is left out, and said to be; 130 ended by Ctrl-C, which leaves nothing."
    })
final class ChaosCommand implements Callable<Integer> {

  private static final String INDENT = " ".repeat(10);

  private final Context context;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Draw the tries from this number; the same number draws the same (default 1).")
  private long seed;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      defaultValue = "3m",
      description = "How long all experiments take together, about, such as 10m (default 3m).")
  private TimeSpan time;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description = "Carry out this experiment only; a name that is none lists all.")
  private @Nullable String only;

  @Option(
      names = "--in",
      paramLabel = "DIR",
      description =
          "A folder, not there yet, to work in and remove, instead of one among the temporary"
              + " files.")
  private @Nullable Path chosen;

  @Mixin private JsonOption json;

  ChaosCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ChaosRun chaos = context.program().chaos();
    Path folder = chosen == null ? null : context.path(chosen);
    List<String> names = names(chaos);
    begin(names);
    AtomicBoolean isBroken = new AtomicBoolean();
    ChaosRun.End end =
        chaos.carryOut(
            names,
            new ChaosRun.Wish(seed, time.length(), folder),
            result -> {
              json.printLine(
                  context.output(), () -> ResultJson.of(seed, result), () -> print(result));
              context.output().terminal().out().flush(); // the next one may take long
              isBroken.compareAndSet(false, isBroken(result));
            });
    return switch (end) {
      case REACHED -> isBroken.get() ? ExitCodes.STORAGE : 0;
      case INTERRUPTED -> {
        context.output().farewell("Stopped: what it had made and started is gone.");
        yield ExitCodes.INTERRUPTED;
      }
    };
  }

  /** Without an end in sight a person wants to know what they wait for. */
  private void begin(List<String> names) {
    context
        .output()
        .aside(
            "seed %d, %s, each for about %d s"
                .formatted(
                    seed,
                    Counts.of(names.size(), "experiment"),
                    time.length().toSeconds() / names.size()));
  }

  private List<String> names(ChaosRun chaos) {
    if (only == null) {
      return chaos.names();
    }
    if (!chaos.names().contains(only)) {
      throw new InvalidInput("experiment", "one of " + String.join(", ", chaos.names()), only);
    }
    return List.of(only);
  }

  private void print(Result result) {
    Output output = context.output();
    output.paragraph(
        "%-10s".formatted(word(result)), result.experiment() + ": " + fact(result), tone(result));
    output.paragraph(INDENT, result.invariant(), Tone.MUTED);
    figures(result).ifPresent(figures -> output.paragraph(INDENT, figures, Tone.ACCENT));
    if (result instanceof Tried tried && isBroken(tried)) {
      tried.broken().forEach(problem -> output.paragraph(INDENT, problem, Tone.FAIL));
      output.paragraph(INDENT, "again: " + again(tried), Tone.MUTED);
    }
  }

  private String again(Tried tried) {
    return "engine chaos --only %s --seed %d --for %s".formatted(tried.experiment(), seed, time);
  }

  private static boolean isBroken(Result result) {
    return result instanceof Tried tried && !tried.broken().isEmpty();
  }

  private static String word(Result result) {
    return switch (result) {
      case Tried tried -> tried.broken().isEmpty() ? "held" : "broken";
      case LeftOut leftOut -> "left out";
    };
  }

  private static Tone tone(Result result) {
    return switch (result) {
      case Tried tried -> tried.broken().isEmpty() ? Tone.PASS : Tone.FAIL;
      case LeftOut leftOut -> Tone.WARN;
    };
  }

  private static String fact(Result result) {
    return switch (result) {
      case Tried tried -> Counts.of(tried.tries(), "time") + " tried";
      case LeftOut leftOut -> leftOut.reason();
    };
  }

  private static Optional<String> figures(Result result) {
    return switch (result) {
      case Tried tried when !tried.figures().isEmpty() ->
          Optional.of(
              tried.figures().entrySet().stream()
                  .map(figure -> figure.getKey() + " " + figure.getValue())
                  .collect(Collectors.joining(", ")));
      case Tried tried -> Optional.empty();
      case LeftOut leftOut -> Optional.empty();
    };
  }

  /** What came of an experiment, on the wire. */
  record ResultJson(
      long seed,
      String experiment,
      String outcome,
      String invariant,
      @Nullable Integer tries,
      @Nullable Map<String, Integer> kinds,
      @Nullable Map<String, String> figures,
      @Nullable List<String> broken,
      @Nullable String reason) {

    static ResultJson of(long seed, Result result) {
      return switch (result) {
        case Tried tried ->
            new ResultJson(
                seed,
                tried.experiment(),
                word(tried),
                tried.invariant(),
                tried.tries(),
                tried.kinds(),
                tried.figures(),
                tried.broken(),
                null);
        case LeftOut leftOut ->
            new ResultJson(
                seed,
                leftOut.experiment(),
                "left_out",
                leftOut.invariant(),
                null,
                null,
                null,
                null,
                leftOut.reason());
      };
    }
  }
}
