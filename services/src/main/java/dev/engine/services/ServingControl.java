package dev.engine.services;

import dev.engine.domain.error.EngineException.EngineUnavailable;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.host.BackgroundPrograms;
import dev.engine.domain.host.BackgroundPrograms.Launched;
import dev.engine.domain.host.Pauses;
import dev.engine.domain.host.Processes;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.Endpoint;
import dev.engine.domain.serving.EngineCalls;
import dev.engine.domain.serving.InstanceLocks;
import dev.engine.domain.serving.RunFiles;
import dev.engine.domain.serving.ServingEngine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Starting, finding, asking and stopping the engine that serves a home, from another process. */
public final class ServingControl {

  /** Far longer than a start takes, which is a second; then it has failed. */
  private static final Duration START_LIMIT = Duration.ofSeconds(20);

  /** As often as costs nothing and nobody notices. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final Machine machine;
  private final InstanceLocks locks;
  private final RunFiles files;
  private final EngineCalls calls;

  public ServingControl(Machine machine, InstanceLocks locks, RunFiles files, EngineCalls calls) {
    this.machine = machine;
    this.locks = locks;
    this.files = files;
    this.calls = calls;
  }

  /**
   * The machine that engines run on.
   *
   * @param engine this distribution's {@code engine}, as an absolute path
   */
  public record Machine(
      BackgroundPrograms programs, Processes processes, Pauses pauses, Path engine) {}

  /** What became of starting an engine. */
  public sealed interface Starting {

    /** The engine that serves now. */
    ServingEngine engine();

    /** It was started and is ready. */
    record Started(ServingEngine engine) implements Starting {}

    /** It was there already. */
    record WasServing(ServingEngine engine) implements Starting {}
  }

  /** What became of stopping an engine. */
  public sealed interface Stopping {

    /** It has ended. */
    record Stopped(ServingEngine engine) implements Stopping {}

    /** There was none. */
    record NotServing() implements Stopping {}

    /** It was asked to, and has not ended within the time limit. */
    record StillThere(ServingEngine engine) implements Stopping {}
  }

  /** The engine that serves {@code home}'s database now; empty if none does. */
  public Optional<ServingEngine> find(HomeFolder home) {
    return locks.holder(home);
  }

  /** Whether {@code engine}, which serves {@code home}, answers and can do its work. */
  public boolean isReady(HomeFolder home, ServingEngine engine) {
    Endpoint endpoint = engine.endpoint();
    return endpoint != null && calls.isReady(endpoint, files.token(home));
  }

  /**
   * Has an engine serve {@code home}, and waits until it is ready.
   *
   * @throws EngineUnavailable if it does not get ready; the message says what it said last
   */
  public Starting start(HomeFolder home) {
    Optional<ServingEngine> before = find(home);
    if (before.isPresent()) {
      return new Starting.WasServing(ready(home, () -> true, () -> ""));
    }
    Launched launched = machine.programs().start(command(home), output(home));
    return new Starting.Started(ready(home, launched::isRunning, launched::lastLine));
  }

  /**
   * Waits until the engine of {@code home} is ready, or {@code isComing} tells that none will be.
   */
  private ServingEngine ready(
      HomeFolder home, BooleanSupplier isComing, Supplier<String> lastWords) {
    Duration waited = Duration.ZERO;
    while (waited.compareTo(START_LIMIT) < 0 && isComing.getAsBoolean()) {
      Optional<ServingEngine> ready = find(home).filter(engine -> isReady(home, engine));
      if (ready.isPresent()) {
        return ready.get();
      }
      machine.pauses().pause(LOOK_EVERY);
      waited = waited.plus(LOOK_EVERY);
    }
    String said = lastWords.get();
    throw new EngineUnavailable(
        "the engine did not get ready%s; %s may tell more"
            .formatted(said.isEmpty() ? "" : ": " + said, home.log()));
  }

  /**
   * Asks the engine that serves {@code home}'s database to end, and waits for it up to {@code
   * limit}. No other process is ever asked.
   */
  public Stopping stop(HomeFolder home, Duration limit) {
    Optional<ServingEngine> found = find(home);
    if (found.isEmpty()) {
      return new Stopping.NotServing();
    }
    ServingEngine engine = found.get();
    machine.programs().askToEnd(engine.process());
    Duration waited = Duration.ZERO;
    while (!hasEnded(engine) && waited.compareTo(limit) < 0) {
      machine.pauses().pause(LOOK_EVERY);
      waited = waited.plus(LOOK_EVERY);
    }
    return hasEnded(engine) ? new Stopping.Stopped(engine) : new Stopping.StillThere(engine);
  }

  /**
   * A link that opens the dashboard of the engine of {@code home} once.
   *
   * @throws NotFound if no engine serves it
   * @throws EngineUnavailable if it does not answer
   */
  public URI dashboardLink(HomeFolder home) {
    Endpoint endpoint =
        find(home)
            .flatMap(engine -> Optional.ofNullable(engine.endpoint()))
            .orElseThrow(() -> new NotFound("running engine;", "`engine up` starts one"));
    return calls.dashboardLink(endpoint, files.token(home));
  }

  private boolean hasEnded(ServingEngine engine) {
    return machine
        .processes()
        .find(engine.process().pid())
        .filter(engine.process()::isSameAs)
        .isEmpty();
  }

  private List<String> command(HomeFolder home) {
    return List.of(machine.engine().toString(), "serve", "--project", home.project().toString());
  }

  /** What the process itself prints, as when it cannot even start. */
  private static Path output(HomeFolder home) {
    return home.log().resolveSibling("serve.out");
  }
}
