package dev.engine.hooks;

import dev.engine.domain.host.Panes;
import dev.engine.domain.host.Processes;
import dev.engine.domain.id.WireName;
import dev.engine.domain.session.Assignment;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.Newcomer;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds out where a client runs: from its payload and environment, and from this machine. */
public final class Surroundings {

  private final Processes processes;
  private final Panes panes;
  private final Supplier<ZoneId> zone;

  /**
   * @param zone in which the chief's day begins; asked only when a session is new
   */
  public Surroundings(Processes processes, Panes panes, Supplier<ZoneId> zone) {
    this.processes = processes;
    this.panes = panes;
    this.zone = zone;
  }

  /** What every event tells of its client. */
  Client client(HookPayload payload, HookCall call) {
    HookEnvironment environment = call.environment();
    return new Client(
        payload.text("cwd").orElse(null),
        payload.text("transcript_path").orElse(null),
        process(environment, call.at()),
        environment.tmuxPane().orElse(null),
        null,
        payload.text("model").orElse(null),
        environment.tmuxServer().orElse(null));
  }

  /** {@code client} with the window of its pane, which takes asking another program. */
  Client withWindow(Client client) {
    String window = panes.windowOf(client).orElse(null);
    return client.updatedWith(new Client(null, null, null, null, window, null));
  }

  /**
   * What surrounds a client that is new.
   *
   * @param client with its window
   */
  Newcomer newcomer(Client client, HookEnvironment environment, Instant at) {
    Role role = environment.role().or(() -> roleOfWindow(client)).orElse(Role.PROJECT);
    List<ProcessIdentity> ancestors =
        environment
            .clientPid()
            .filter(pid -> isStillClient(pid, at))
            .map(processes::ancestors)
            .orElse(List.of());
    return new Newcomer(
        new Assignment(role, environment.mode()),
        environment.conversation().orElse(null),
        ancestors,
        LocalDate.ofInstant(at, zone.get()));
  }

  private @Nullable ProcessIdentity process(HookEnvironment environment, Instant at) {
    return environment.clientPid().map(pid -> process(pid, at)).orElse(null);
  }

  /** An event that has waited in the spool may find its client gone and the number given away. */
  private ProcessIdentity process(long pid, Instant at) {
    return processes
        .find(pid)
        .filter(process -> process.canHaveRunAt(at))
        .orElse(new ProcessIdentity(pid, null));
  }

  private boolean isStillClient(long pid, Instant at) {
    return processes.find(pid).filter(process -> !process.canHaveRunAt(at)).isEmpty();
  }

  private static Optional<Role> roleOfWindow(Client client) {
    return Optional.ofNullable(client.tmuxWindow())
        .flatMap(name -> WireName.find(Role.class, name));
  }
}
