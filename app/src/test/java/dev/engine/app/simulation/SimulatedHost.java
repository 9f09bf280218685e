package dev.engine.app.simulation;

import dev.engine.domain.host.LifeSigns;
import dev.engine.domain.host.Processes;
import dev.engine.domain.session.Birth;
import dev.engine.domain.session.Fate;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.ProcessSpace;
import dev.engine.domain.session.TmuxServer;
import dev.engine.domain.session.Vantage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A machine with so few process numbers that each of them is soon given to somebody else. */
final class SimulatedHost implements Processes, LifeSigns {

  private static final int NUMBERS = 60;
  private static final int MILLIS_PER_TICK = 10;

  private final FleetTime time;
  private final Dice dice;
  private final Map<Long, Birth> births = new TreeMap<>();
  private char boot = 'a';
  private long lastTick;

  SimulatedHost(FleetTime time, Dice dice) {
    this.time = time;
    this.dice = dice;
  }

  /** Starts a process under a number that is free. */
  ProcessIdentity start() {
    long pid;
    do {
      pid = 101L + dice.below(NUMBERS);
    } while (births.containsKey(pid));
    // No two are born in one tick: a number takes longer than that to come round.
    lastTick = Math.max(lastTick + 1, time.upTime().toMillis() / MILLIS_PER_TICK);
    births.put(pid, new Birth(space(), lastTick));
    return find(pid).orElseThrow();
  }

  void kill(ProcessIdentity process) {
    if (isAlive(process)) {
      births.remove(process.pid());
    }
  }

  boolean isAlive(ProcessIdentity process) {
    return Objects.equals(births.get(process.pid()), process.birth());
  }

  /** Whether {@code process} was started since the machine was, and is not there any more. */
  boolean isGone(ProcessIdentity process) {
    Birth birth = process.birth();
    return birth != null && birth.space().equals(space()) && !isAlive(process);
  }

  /** All processes end. */
  void reboot() {
    births.clear();
    boot++;
    lastTick = 0;
    time.reboot();
  }

  @Override
  public Optional<ProcessIdentity> find(long pid) {
    return Optional.ofNullable(births.get(pid))
        .map(
            birth ->
                new ProcessIdentity(
                    pid, bootedAt().plusMillis(birth.ticks() * MILLIS_PER_TICK), birth));
  }

  @Override
  public List<ProcessIdentity> ancestors(long pid) {
    return List.of();
  }

  @Override
  public Fate fateOf(ProcessIdentity process) {
    return process.fate(find(process.pid()).orElse(null), new Vantage(space(), bootedAt()));
  }

  @Override
  public Optional<Set<String>> panesOf(TmuxServer server) {
    return Optional.empty();
  }

  private ProcessSpace space() {
    return new ProcessSpace(Character.toString(boot).repeat(36), 7);
  }

  private Instant bootedAt() {
    return time.instant().minus(time.upTime());
  }
}
