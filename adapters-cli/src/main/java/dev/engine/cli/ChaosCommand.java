package dev.engine.cli;

import dev.engine.cli.ChaosRun.Result;
import dev.engine.cli.ChaosRun.Result.LeftOut;
import dev.engine.cli.ChaosRun.Result.Tried;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
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
      "Exit codes: 0 everything that was tried held, 5 something did not. What this machine lacks"
          + " the means for is left out, and said to be."
    })
final class ChaosCommand implements Callable<Integer> {

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

  @Option(names = "--only", paramLabel = "NAME", description = "Carry out this experiment only.")
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
    AtomicBoolean isBroken = new AtomicBoolean();
    chaos.carryOut(
        names(chaos),
        new ChaosRun.Wish(seed, time.length(), folder),
        result -> {
          json.printLine(context.output(), ResultJson.of(result), () -> print(result));
          context.output().terminal().out().flush(); // the next one may take long
          isBroken.compareAndSet(false, isBroken(result));
        });
    return isBroken.get() ? Failures.STORAGE : 0;
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
    String line = "%-8s  %-13s %s".formatted(word(result), result.experiment(), fact(result));
    output.line(Cell.of(line, tone(result)));
    output.paragraph("          ", result.invariant(), Tone.MUTED);
    if (result instanceof Tried tried && isBroken(tried)) {
      tried.broken().forEach(problem -> output.line(Cell.of("          " + problem, Tone.FAIL)));
      output.paragraph("          ", "again: " + again(tried), Tone.MUTED);
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

  /** What came of an experiment, on the wire. */
  record ResultJson(
      String experiment,
      String outcome,
      String invariant,
      @Nullable Integer tries,
      @Nullable Map<String, Integer> kinds,
      @Nullable List<String> broken,
      @Nullable String reason) {

    static ResultJson of(Result result) {
      return switch (result) {
        case Tried tried ->
            new ResultJson(
                tried.experiment(),
                word(tried),
                tried.invariant(),
                tried.tries(),
                tried.kinds(),
                tried.broken(),
                null);
        case LeftOut leftOut ->
            new ResultJson(
                leftOut.experiment(),
                "left_out",
                leftOut.invariant(),
                null,
                null,
                null,
                leftOut.reason());
      };
    }
  }
}
