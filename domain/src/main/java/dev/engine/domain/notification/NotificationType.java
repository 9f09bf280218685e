package dev.engine.domain.notification;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.util.regex.Pattern;

/** What kind of thing a notification tells. Open: any lower snake case name of 1 to 64. */
public record NotificationType(String value) {

  // First: the constants below are checked against it.
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9_]{1,64}");

  public static final NotificationType WORKER_COMPLETE = new NotificationType("worker_complete");
  public static final NotificationType WORKER_FAILED = new NotificationType("worker_failed");
  public static final NotificationType WORKER_QUESTION = new NotificationType("worker_question");
  public static final NotificationType CONTEXT_WARNING = new NotificationType("context_warning");
  public static final NotificationType PING_ANSWERED = new NotificationType("ping_answered");
  public static final NotificationType STAGED_RESOLVED = new NotificationType("staged_resolved");
  public static final NotificationType MISSION_COMPLETE = new NotificationType("mission_complete");
  public static final NotificationType MISSION_FAILED = new NotificationType("mission_failed");
  public static final NotificationType MESSAGE = new NotificationType("message");

  /**
   * @throws InvalidInput unless {@code value} is 1 to 64 lower-case letters, digits and underscores
   */
  public NotificationType {
    if (!SHAPE.matcher(value).matches()) {
      throw new InvalidInput(
          "notification type", "1 to 64 lower-case letters, digits and underscores", value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
