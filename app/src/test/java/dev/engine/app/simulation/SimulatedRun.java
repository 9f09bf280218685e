package dev.engine.app.simulation;

import dev.engine.domain.host.WorkerOutputs.Output;
import dev.engine.domain.host.WorkerOutputs.Result;
import dev.engine.domain.host.WorkerPrograms.Launch;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.worker.AttemptId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one attempt really is on the machine: a wrapper, its program, and what that leaves. */
final class SimulatedRun {

  /** How far it has come. */
  enum Phase {
    /** The wrapper has not begun with the program. */
    BEGINS,
    RUNS,
    /** Its exit code is written down. */
    ENDED,
    /** The wrapper was killed, and nobody will write anything down. */
    VANISHED,
    /** It may never begin. */
    REVOKED
  }

  private final Launch launch;
  private final ProcessIdentity wrapper;
  private final Duration startedAt;
  private Phase phase = Phase.BEGINS;
  private boolean isAlive;
  private boolean hasChildren;
  private boolean isDeaf;
  private boolean isStopped;
  private boolean isDying;
  private int exitCode = -1;
  private Output output = Output.NOTHING;
  private @Nullable Duration nudgedAt;
  private @Nullable Duration overAt;

  SimulatedRun(Launch launch, ProcessIdentity wrapper, Duration startedAt) {
    this.launch = launch;
    this.wrapper = wrapper;
    this.startedAt = startedAt;
  }

  AttemptId attempt() {
    return launch.attempt();
  }

  Launch launch() {
    return launch;
  }

  ProcessIdentity wrapper() {
    return wrapper;
  }

  Phase phase() {
    return phase;
  }

  int exitCode() {
    return exitCode;
  }

  Output output() {
    return output;
  }

  boolean isStopped() {
    return isStopped;
  }

  /** Whether its program does something, or could go on to. */
  boolean isAlive() {
    return isAlive;
  }

  boolean hasChildren() {
    return hasChildren;
  }

  /** Whether a process but the wrapper is there. */
  boolean isAnyLeft() {
    return isAlive || hasChildren;
  }

  /** Whether nothing of it will happen any more that its engine has to wait for. */
  boolean isOver() {
    return phase != Phase.RUNS && phase != Phase.BEGINS && !isAlive;
  }

  Duration age(Duration upTime) {
    return upTime.minus(startedAt);
  }

  /** How old it was when it was first asked to end; null if it never was. */
  @Nullable Duration nudgedAt() {
    return nudgedAt;
  }

  /** Since when its program is gone; null while it is there. */
  @Nullable Duration overAt() {
    return overAt;
  }

  void begin() {
    if (phase == Phase.BEGINS) {
      phase = Phase.RUNS;
      isAlive = true;
    }
  }

  void revoke() {
    if (phase == Phase.BEGINS) {
      phase = Phase.REVOKED;
    }
  }

  void beDeaf() {
    isDeaf = true;
  }

  void stop() {
    isStopped = true;
  }

  void goOn() {
    isStopped = false;
  }

  void fork() {
    hasChildren = true;
  }

  void leave(Output said) {
    output = said;
  }

  /** The program ends by itself, or by a signal; its wrapper writes that down if it is there. */
  void end(int code, Duration upTime) {
    isAlive = false;
    isDying = false;
    overAt = upTime;
    if (phase == Phase.RUNS) {
      exitCode = code;
      phase = Phase.ENDED;
    }
  }

  /** The wrapper is killed; its program goes on. */
  void loseWrapper() {
    phase = Phase.VANISHED;
  }

  /** Everything is killed at once. */
  void vanish(Duration upTime) {
    if (phase == Phase.RUNS || phase == Phase.BEGINS) {
      phase = phase == Phase.RUNS ? Phase.VANISHED : Phase.REVOKED;
    }
    if (overAt == null) {
      overAt = upTime;
    }
    isAlive = false;
    hasChildren = false;
    isDying = false;
  }

  void ask(Duration upTime) {
    if (nudgedAt == null) {
      nudgedAt = age(upTime);
    }
    isStopped = false;
    if (!isDeaf) {
      isDying = true;
    }
  }

  void kill() {
    isStopped = false;
    isDying = true;
    isDeaf = true; // from now on it is no request any more
  }

  /** What was signalled comes into force. */
  void settle(Duration upTime) {
    if (!isDying) {
      return;
    }
    int code = isDeaf ? 137 : 143;
    hasChildren = false;
    if (isAlive) {
      end(code, upTime);
    }
    isDying = false;
  }

  /** What the outcome of a program that ended by itself must be called. */
  String deserved() {
    Result result = output.result();
    if (exitCode != 0 || result == null || result.isError()) {
      return "failed";
    }
    return result.question() == null ? "complete" : "asked";
  }

  @Override
  public String toString() {
    return "%s %s%s%s%s"
        .formatted(
            attempt(),
            phase,
            isAlive ? " alive" : "",
            hasChildren ? " with children" : "",
            isStopped ? " stopped" : "");
  }
}
