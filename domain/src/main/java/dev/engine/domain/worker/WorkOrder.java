package dev.engine.domain.worker;

import dev.engine.domain.TextLength;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task, and when and how often it is tried.
 *
 * @param priority -100 to 100; of two that could begin, the higher does
 * @param dedupeKey 1 to 200 characters; while a worker with it is pending or running, no other is
 *     made; null for none
 * @param dependsOn workers that must be complete first, at most 50, in the order of their ids
 * @param runAfter when it may begin, to the millisecond; null for at once
 * @param maxAttempts how often it is tried before it has failed, 1 to 20
 * @param timeout how long an attempt may take, whole seconds from 1 s to 30 days; null if the
 *     engine's settings say so
 */
public record WorkOrder(
    Task task,
    int priority,
    @Nullable String dedupeKey,
    Set<WorkerId> dependsOn,
    @Nullable Instant runAfter,
    int maxAttempts,
    @Nullable Duration timeout) {

  private static final int MAX_PRIORITY = 100;
  private static final int MAX_KEY = 200;
  private static final int MAX_DEPENDENCIES = 50;
  private static final int MAX_ATTEMPTS = 20;
  private static final Duration LONGEST = Duration.ofDays(30);

  /**
   * @throws InvalidInput if a part is outside its range
   */
  public WorkOrder {
    requireWithin("priority", priority, -MAX_PRIORITY, MAX_PRIORITY);
    requireWithin("number of attempts", maxAttempts, 1, MAX_ATTEMPTS);
    requireWithin("number of dependencies", dependsOn.size(), 0, MAX_DEPENDENCIES);
    if (dedupeKey != null) {
      TextLength.checked("dedupe key", dedupeKey, 1, MAX_KEY);
    }
    if (timeout != null && !isTimeout(timeout)) {
      throw new InvalidInput("timeout", "whole seconds from 1 s to 30 days", timeout.toString());
    }
    dependsOn = ordered(dependsOn);
    runAfter = runAfter == null ? null : runAfter.truncatedTo(ChronoUnit.MILLIS);
  }

  /** To be done at once and tried once. */
  public static WorkOrder of(Task task) {
    return new WorkOrder(task, 0, null, Set.of(), null, 1, null);
  }

  /** The same for {@code conversation}. */
  public WorkOrder ownedBy(ConversationId conversation) {
    return new WorkOrder(
        task.ownedBy(conversation), priority, dedupeKey, dependsOn, runAfter, maxAttempts, timeout);
  }

  public WorkOrder withPriority(int other) {
    return new WorkOrder(task, other, dedupeKey, dependsOn, runAfter, maxAttempts, timeout);
  }

  public WorkOrder withDedupeKey(String key) {
    return new WorkOrder(task, priority, key, dependsOn, runAfter, maxAttempts, timeout);
  }

  /** To begin only when {@code others} are complete. */
  public WorkOrder dependingOn(WorkerId... others) {
    return new WorkOrder(task, priority, dedupeKey, Set.of(others), runAfter, maxAttempts, timeout);
  }

  /** Not to begin before {@code time}. */
  public WorkOrder after(Instant time) {
    return new WorkOrder(task, priority, dedupeKey, dependsOn, time, maxAttempts, timeout);
  }

  public WorkOrder triedAtMost(int attempts) {
    return new WorkOrder(task, priority, dedupeKey, dependsOn, runAfter, attempts, timeout);
  }

  /** Each attempt is ended after {@code longest}. */
  public WorkOrder within(Duration longest) {
    return new WorkOrder(task, priority, dedupeKey, dependsOn, runAfter, maxAttempts, longest);
  }

  private static boolean isTimeout(Duration timeout) {
    return timeout.isPositive()
        && timeout.compareTo(LONGEST) <= 0
        && timeout.equals(timeout.truncatedTo(ChronoUnit.SECONDS));
  }

  private static void requireWithin(String what, int number, int min, int max) {
    if (number < min || number > max) {
      throw new InvalidInput(
          what, "a number from %d to %d".formatted(min, max), Integer.toString(number));
    }
  }

  private static Set<WorkerId> ordered(Set<WorkerId> ids) {
    SequencedSet<WorkerId> ordered = new LinkedHashSet<>();
    ids.stream().sorted(Comparator.comparing(WorkerId::value)).forEach(ordered::add);
    return Collections.unmodifiableSequencedSet(ordered);
  }
}
