package dev.engine.cli;

import dev.engine.cli.CanaryRun.Flight;
import dev.engine.cli.CanaryRun.Flight.Arrived;
import dev.engine.cli.CanaryRun.Flight.Lost;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What {@code engine doctor --canary} does and says. */
final class CanaryReport implements Callable<Integer> {

  private final Context context;
  private final JsonOption json;

  CanaryReport(Context context, JsonOption json) {
    this.context = context;
    this.json = json;
  }

  @Override
  public Integer call() {
    List<Flight> flights = context.program().canary(context.home()).fly();
    json.print(
        context.output(),
        () -> flights.stream().map(FlightJson::of).toList(),
        () -> context.output().table(table(flights), "No hook is registered: run `engine init`."));
    boolean allArrived = flights.stream().allMatch(Arrived.class::isInstance);
    return allArrived && !flights.isEmpty() ? 0 : ExitCodes.CONFLICT;
  }

  private static Table table(List<Flight> flights) {
    Table table = new Table("EVENT", "ARRIVED", "ANSWERED", "STORED");
    for (Flight flight : flights) {
      switch (flight) {
        case Arrived arrived ->
            table.row(
                Cell.of(arrived.event()),
                Cell.of("by " + arrived.door(), Tone.PASS),
                Cell.of(millis(arrived.answered().toNanos())),
                Cell.of(millis(arrived.stored().toNanos())));
        case Lost lost ->
            table.row(
                Cell.of(lost.event()),
                Cell.of("no", Tone.FAIL),
                Cell.of(lost.said().isEmpty() ? "the hook said nothing" : lost.said()),
                Cell.of("-"));
      }
    }
    return table;
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f ms", (double) nanos / TimeUnit.MILLISECONDS.toNanos(1));
  }

  /**
   * What became of one event on the wire.
   *
   * @param answeredMicros absent if it did not arrive, like the next two
   * @param said what the hook said of an event that did not arrive; absent if it did
   */
  record FlightJson(
      String event,
      boolean hasArrived,
      @Nullable String door,
      @Nullable Long answeredMicros,
      @Nullable Long storedMicros,
      @Nullable String said) {

    static FlightJson of(Flight flight) {
      return switch (flight) {
        case Arrived arrived ->
            new FlightJson(
                arrived.event(),
                true,
                arrived.door().wireName(),
                TimeUnit.NANOSECONDS.toMicros(arrived.answered().toNanos()),
                TimeUnit.NANOSECONDS.toMicros(arrived.stored().toNanos()),
                null);
        case Lost lost -> new FlightJson(lost.event(), false, null, null, null, lost.said());
      };
    }
  }
}
