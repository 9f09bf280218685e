package dev.engine.domain.hook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of marked events that were fired, one through each of Engine's handlers in a
 * project's settings.
 *
 * @param arrivedCount how many of them were stored
 * @param lost the names of the others, in the order of the settings
 * @param failingSince when the first of the latest runs without a good one between them was made;
 *     null if this one was good
 */
public record CanaryResult(
    Instant at, int arrivedCount, List<String> lost, @Nullable Instant failingSince) {

  public CanaryResult {
    lost = List.copyOf(lost);
  }

  /**
   * The run that came after {@code before}.
   *
   * @param before null if there was none
   */
  public static CanaryResult following(
      @Nullable CanaryResult before, int arrivedCount, List<String> lost, Instant at) {
    Instant longer = before == null ? null : before.failingSince();
    Instant failingSince = longer == null ? at : longer;
    return new CanaryResult(at, arrivedCount, lost, lost.isEmpty() ? null : failingSince);
  }
}
