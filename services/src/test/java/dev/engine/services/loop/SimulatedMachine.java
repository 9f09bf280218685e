package dev.engine.services.loop;

import dev.engine.domain.host.LifeSigns;
import dev.engine.domain.session.Birth;
import dev.engine.domain.session.Fate;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.ProcessSpace;
import dev.engine.domain.session.TmuxServer;
import dev.engine.domain.session.Vantage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A machine with processes and panes, whose time passes by hand and whose clock can be set. What is
 * said of a process when it started was true by the clock as it was set then.
 */
final class SimulatedMachine implements LifeSigns, InstantSource {

  private final Map<Long, Long> ticksByPid = new HashMap<>();
  private final Map<TmuxServer, Set<String>> panes = new HashMap<>();
  private Instant clock;
  private Duration uptime = Duration.ofDays(3);
  private char boot = 'a';

  SimulatedMachine(Instant clock) {
    this.clock = clock;
  }

  @Override
  public Instant instant() {
    return clock;
  }

  /** Time passes, awake or asleep. */
  void pass(Duration time) {
    clock = clock.plus(time);
    uptime = uptime.plus(time);
  }

  /** The clock is set, while no time passes. */
  void set(Duration step) {
    clock = clock.plus(step);
  }

  /** All processes end, and their numbers are given out anew. */
  void reboot() {
    pass(Duration.ofMinutes(1));
    boot++;
    uptime = Duration.ofSeconds(20);
    ticksByPid.clear();
    panes.clear();
  }

  ProcessIdentity start(long pid) {
    ticksByPid.put(pid, uptime.toMillis() / 10);
    return holder(pid).orElseThrow();
  }

  void kill(long pid) {
    ticksByPid.remove(pid);
  }

  void show(TmuxServer server, String... ids) {
    panes.put(server, Set.of(ids));
  }

  /** A server that hangs, or is not there any more. */
  void silence(TmuxServer server) {
    panes.remove(server);
  }

  @Override
  public Fate fateOf(ProcessIdentity process) {
    return process.fate(holder(process.pid()).orElse(null), new Vantage(space(), bootedAt()));
  }

  @Override
  public Optional<Set<String>> panesOf(TmuxServer server) {
    return Optional.ofNullable(panes.get(server));
  }

  private Optional<ProcessIdentity> holder(long pid) {
    return Optional.ofNullable(ticksByPid.get(pid))
        .map(
            ticks ->
                new ProcessIdentity(
                    pid, bootedAt().plusMillis(ticks * 10), new Birth(space(), ticks)));
  }

  private ProcessSpace space() {
    return new ProcessSpace(Character.toString(boot).repeat(36), 7);
  }

  private Instant bootedAt() {
    return clock.minus(uptime);
  }
}
