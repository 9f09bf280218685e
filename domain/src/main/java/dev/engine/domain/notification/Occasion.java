package dev.engine.domain.notification;

/** What a call of a hook is good for, as far as telling its session something goes. */
public enum Occasion {
  /**
   * A context begins, and the answer can carry something into it. That the client has come this far
   * shows nothing of what was carried before.
   */
  BEGINNING(false, true),

  /** The model's turn has gone on, so what was carried before it has arrived. */
  PROGRESS(true, false),

  /** The same, but heard of late: it says nothing of what was carried after it. */
  LATE_PROGRESS(true, false),

  /** Both: the turn has gone on, and the answer can carry something. */
  TURN(true, true),

  /**
   * One of several tools is done, whose hooks run side by side: the answer can carry something, but
   * shows nothing of what that of another one carried.
   */
  ONE_TOOL(false, true),

  /** The session does nothing, and a hook waits in the background to wake it. */
  IDLE(false, true),

  /** Neither. */
  NONE(false, false);

  private final boolean isProof;
  private final boolean isCarrier;

  Occasion(boolean isProof, boolean isCarrier) {
    this.isProof = isProof;
    this.isCarrier = isCarrier;
  }

  /** Whether it shows that earlier answers have arrived. */
  public boolean isProof() {
    return isProof;
  }

  /** Whether its answer reaches the model. */
  public boolean isCarrier() {
    return isCarrier;
  }
}
