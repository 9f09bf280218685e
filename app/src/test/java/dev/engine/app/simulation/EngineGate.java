package dev.engine.app.simulation;

import dev.engine.app.simulation.Interposed.Crossing;

/** Where a process can be killed, or stopped for a while: before and after each step it takes. */
final class EngineGate implements Crossing {

  /** More than most rounds have. */
  private static final int CROSSINGS = 24;

  private final String name;
  private final Dice dice;
  private final FleetLog log;
  private final Runnable meanwhile;
  private boolean isDead;
  private boolean isFaultless;
  private boolean wasDisturbed;
  private int crossed;
  private int killAt;
  private int pauseAt;

  /**
   * @param meanwhile what happens while the process stands still; it may be killed by that
   */
  EngineGate(String name, Dice dice, FleetLog log, Runnable meanwhile) {
    this.name = name;
    this.dice = dice;
    this.log = log;
    this.meanwhile = meanwhile;
  }

  /** Decides what comes in the way of the round that begins. */
  void plan() {
    crossed = 0;
    wasDisturbed = false;
    killAt = !isFaultless && dice.isOneIn(20) ? dice.below(CROSSINGS) : -1;
    pauseAt = !isFaultless && dice.isOneIn(12) ? dice.below(CROSSINGS) : -1;
  }

  void beFaultless() {
    isFaultless = true;
  }

  /** Whether something came in the way of the last round. */
  boolean wasDisturbed() {
    return wasDisturbed;
  }

  void die() {
    isDead = true;
  }

  boolean isDead() {
    return isDead;
  }

  @Override
  public String toString() {
    return name;
  }

  @Override
  public void cross(String call) {
    int number = crossed++;
    if (number == killAt) {
      log.tell("%s is killed %s".formatted(name, call));
      isDead = true;
    }
    if (number == pauseAt && !isDead) {
      wasDisturbed = true;
      log.tell("%s stands still %s".formatted(name, call));
      log.enter();
      meanwhile.run();
      log.leave();
      log.tell((isDead ? "%s was killed meanwhile" : "%s goes on").formatted(name));
    }
    requireAlive();
  }

  /** Inside a transaction, where others could do nothing but wait. */
  void crossInside(String call) {
    if (crossed++ == killAt) {
      log.tell("%s is killed inside %s".formatted(name, call));
      isDead = true;
    }
    requireAlive();
  }

  private void requireAlive() {
    if (isDead) {
      throw new Killed();
    }
  }
}
