package dev.engine.domain.mission;

import dev.engine.domain.TextLength;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.Task;
import dev.engine.domain.worker.WorkOrder;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a mission does and when.
 *
 * @param slug no two scheduled missions share one
 * @param name 1 to 200 characters, not blank
 * @param prompt what its workers are told, 1 to 100,000 characters, not blank
 * @param primitive what kind of work that is
 * @param owner the conversation that is told of each slot that ends; null if none is
 */
public record MissionPlan(
    Slug slug,
    String name,
    String prompt,
    Primitive primitive,
    Timing timing,
    @Nullable ConversationId owner) {

  private static final int MAX_NAME = 200;
  private static final int MAX_PROMPT = 100_000;

  /**
   * @throws InvalidInput if a text is blank or too long
   */
  public MissionPlan {
    requireName(name);
    requirePrompt(prompt);
  }

  /**
   * @throws InvalidInput if {@code text} is no {@link #name}
   */
  static void requireName(String text) {
    TextLength.checked("mission name", text, 1, MAX_NAME);
  }

  /**
   * @throws InvalidInput if {@code text} is no {@link #prompt}
   */
  static void requirePrompt(String text) {
    TextLength.checked("prompt", text, 1, MAX_PROMPT);
  }

  public Schedule schedule() {
    return timing.schedule();
  }

  /** The zone that the schedule is read in. */
  public ZoneId zone() {
    return timing.zone();
  }

  public MissionPolicies policies() {
    return timing.policies();
  }

  /** What a worker of it is to do. The mission's owner is told of it as the mission's outcome. */
  public WorkOrder order() {
    WorkOrder order = WorkOrder.of(new Task(primitive, prompt, null, null));
    Duration timeout = policies().timeout();
    return timeout == null ? order : order.within(timeout);
  }

  /** With what {@code amendment} says. */
  public MissionPlan amended(Amendment amendment) {
    return new MissionPlan(
        slug,
        amendment.name() == null ? name : amendment.name(),
        amendment.prompt() == null ? prompt : amendment.prompt(),
        primitive,
        amendment.of(timing),
        owner);
  }

  /** Whether {@code other} has its slots at the same times. */
  public boolean isDueAs(MissionPlan other) {
    return timing.isDueAs(other.timing);
  }
}
