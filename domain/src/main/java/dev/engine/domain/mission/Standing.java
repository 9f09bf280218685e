package dev.engine.domain.mission;

/**
 * How many runs of a mission are not over.
 *
 * @param going those that have a worker, which has not finished
 * @param waiting those that wait for an earlier one to end
 */
public record Standing(int going, int waiting) {

  /** Nothing goes on. */
  public static final Standing FREE = new Standing(0, 0);

  boolean isFree() {
    return going == 0 && waiting == 0;
  }

  /** Whether the one that has waited longest can go. */
  public boolean canRelease() {
    return going == 0 && waiting > 0;
  }

  /** The same when that one went. */
  public Standing released() {
    return new Standing(going + 1, waiting - 1);
  }

  Standing with(SlotDecision decision) {
    return switch (decision) {
      case SlotDecision.Run run -> new Standing(going + 1, waiting);
      case SlotDecision.Wait wait -> new Standing(going, waiting + 1);
      case SlotDecision.Skip skip -> this;
      case SlotDecision.Merge merge -> this;
    };
  }
}
