package dev.engine.domain.worker;

import dev.engine.domain.conversation.ConversationId;
import java.nio.file.Path;
import java.time.Instant;

/** Workers for tests, with everything irrelevant defaulted. */
public final class WorkerExamples {

  public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  public static final ConversationId CHIEF = new ConversationId("chief-2026-01-05");
  public static final Path OUTPUTS = Path.of("/home/dev/.engine/data/outputs");

  private WorkerExamples() {}

  /** Research that {@link #CHIEF} owns, without a parent session. */
  public static Task task(String instructions) {
    return new Task(Primitive.RESEARCH, instructions, null, CHIEF);
  }
}
