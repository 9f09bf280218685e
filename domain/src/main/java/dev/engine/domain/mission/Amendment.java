package dev.engine.domain.mission;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed about a scheduled mission; null leaves a part as it is.
 *
 * @param name as {@link MissionPlan#name}
 * @param prompt as {@link MissionPlan#prompt}
 */
public record Amendment(
    @Nullable String name,
    @Nullable String prompt,
    @Nullable Schedule schedule,
    @Nullable ZoneId zone,
    PolicyAmendment policies) {

  /**
   * @throws InvalidInput if a text is blank or too long
   */
  public Amendment {
    if (name != null) {
      MissionPlan.requireName(name);
    }
    if (prompt != null) {
      MissionPlan.requirePrompt(prompt);
    }
  }

  /** The same timing but for what this changes. */
  Timing of(Timing timing) {
    return new Timing(
        schedule == null ? timing.schedule() : schedule,
        zone == null ? timing.zone() : zone,
        policies.of(timing.policies()));
  }
}
