package dev.engine.mcp.tool;

/** What a tool does to what is stored, as a client is told before it lets a model use it. */
public enum Effect {
  /** Nothing: it looks. */
  READS,

  /** It adds something, each time anew. The same call twice, by its id, adds once. */
  ADDS,

  /** It puts something into a state, and doing so twice is harmless. */
  SETS,

  /** It ends or overwrites something that cannot be had back. */
  ENDS;

  /** Whether it leaves everything as it is. */
  public boolean isReading() {
    return this == READS;
  }
}
