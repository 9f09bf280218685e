package dev.engine.http.problem;

/** A request is refused for a reason that only HTTP knows. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Trouble trouble;

  /**
   * A refusal for {@code trouble}.
   *
   * @param detail one sentence that says what was expected; never a secret
   */
  public Refusal(Trouble trouble, String detail) {
    // Many are thrown at a port that is being scanned, and nobody reads their stacks.
    super(detail, null, false, false);
    this.trouble = trouble;
  }

  /** Why it is refused. */
  public Trouble trouble() {
    return trouble;
  }
}
