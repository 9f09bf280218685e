package dev.engine.app;

import dev.engine.cli.CanaryRun;
import dev.engine.domain.Limit;
import dev.engine.domain.Storage;
import dev.engine.domain.hook.RecordedCall;
import dev.engine.domain.host.Pauses;
import dev.engine.hooks.Canary;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Canaries of one project. */
final class ProjectCanaries implements CanaryRun {

  /** A background process takes well below a second; a machine under load gets more. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

  /** There is room for every handler, and for what the fleet does meanwhile. */
  private static final Limit NEWEST = new Limit(1_000);

  private final Supplier<InstalledHooks> installed;
  private final Path project;
  private final Storage storage;
  private final Pauses pauses;
  private final String token;
  private final Clock clock = Clock.systemUTC();

  /**
   * @param installed the hooks through which they are fired; asked for each run
   * @param token tells the canaries of this run from all others
   */
  ProjectCanaries(
      Supplier<InstalledHooks> installed,
      Path project,
      Storage storage,
      Pauses pauses,
      String token) {
    this.installed = installed;
    this.project = project;
    this.storage = storage;
    this.pauses = pauses;
    this.token = token;
  }

  /**
   * One that is on its way.
   *
   * @param said by its handler
   */
  private record Fired(String event, Instant at, Duration answered, String said) {}

  @Override
  public List<Flight> fly() {
    InstalledHooks hooks = installed.get();
    List<Flight> flights = new ArrayList<>();
    for (String event : hooks.events()) {
      fire(hooks, event).map(this::awaited).ifPresent(flights::add);
    }
    if (!flights.isEmpty()) {
      remember(flights);
    }
    return flights;
  }

  private void remember(List<Flight> flights) {
    List<String> lost =
        flights.stream().filter(Flight.Lost.class::isInstance).map(Flight::event).toList();
    storage.canaries().record(flights.size() - lost.size(), lost, clock.instant());
  }

  /** Empty if no handler of the event is ours. */
  private Optional<Fired> fire(InstalledHooks hooks, String event) {
    String payload =
        "{\"session_id\":\"%s\",\"hook_event_name\":\"%s\"}".formatted(sessionId(event), event);
    Instant start = clock.instant();
    List<InstalledHooks.Result> results =
        hooks.fireOurs(event, payload, Map.of("CLAUDE_PROJECT_DIR", project.toString()));
    if (results.isEmpty()) {
      return Optional.empty();
    }
    String said =
        results.stream()
            .map(result -> result.stderr().strip())
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("; "));
    return Optional.of(new Fired(event, start, Duration.between(start, clock.instant()), said));
  }

  private Flight awaited(Fired fired) {
    Instant limit = clock.instant().plus(LIMIT);
    Optional<RecordedCall> call = stored(fired.event());
    while (call.isEmpty() && clock.instant().isBefore(limit)) {
      pauses.pause(BETWEEN_LOOKS);
      call = stored(fired.event());
    }
    return call.<Flight>map(
            there ->
                new Flight.Arrived(
                    fired.event(),
                    there.arrival().door(),
                    fired.answered(),
                    Duration.between(fired.at(), there.at()).plus(there.arrival().took())))
        .orElseGet(() -> new Flight.Lost(fired.event(), fired.said()));
  }

  private Optional<RecordedCall> stored(String event) {
    return storage.hookCalls().recent(NEWEST).stream()
        .filter(call -> call.arrival().event().equals(sessionId(event)))
        .findFirst();
  }

  private String sessionId(String event) {
    return Canary.sessionId("%s-%s".formatted(token, event));
  }
}
