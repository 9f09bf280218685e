package dev.engine.domain.worker;

import dev.engine.domain.Limit;
import dev.engine.domain.Storage;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.session.ClaudeSessionId;
import java.nio.file.Path;
import java.time.Instant;

/** Workers for tests, with everything irrelevant defaulted. */
public final class WorkerExamples {

  public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  public static final ConversationId CHIEF = new ConversationId("chief-2026-01-05");
  public static final Path OUTPUTS = Path.of("/home/dev/.engine/data/outputs");

  /** As many as there are. */
  public static final Capacity ANY = Capacity.of(1_000);

  private WorkerExamples() {}

  /** Research that {@link #CHIEF} owns, without a parent session. */
  public static Task task(String instructions) {
    return new Task(Primitive.RESEARCH, instructions, null, CHIEF);
  }

  /** {@link #task}, to be done at once and tried once. */
  public static WorkOrder order(String instructions) {
    return WorkOrder.of(task(instructions));
  }

  /** A pending worker that is stored. */
  public static Worker spawned(Storage storage, WorkOrder order, Instant at) {
    return ((Spawning.Spawned) storage.workers().spawn(order, OUTPUTS, at)).worker();
  }

  /** The same of {@link #order}. */
  public static Worker spawned(Storage storage, String instructions, Instant at) {
    return spawned(storage, order(instructions), at);
  }

  /** The worker whose turn it is, at work from now on. */
  public static Claiming.Claimed claimed(Storage storage, Instant at) {
    return claimed(storage, "claude-" + at.toEpochMilli(), at);
  }

  /** The same in a session of a client that is called {@code session}. */
  public static Claiming.Claimed claimed(Storage storage, String session, Instant at) {
    return (Claiming.Claimed) storage.workerQueue().claim(ANY, new ClaudeSessionId(session), at);
  }

  /** A worker that was handed over, begun and failed at {@code at}, before all that wait. */
  public static Worker failing(Storage storage, String instructions, Instant at) {
    return failing(storage, order(instructions), at);
  }

  /** The same of {@code order}. */
  public static Worker failing(Storage storage, WorkOrder order, Instant at) {
    spawned(storage, order.withPriority(100), at);
    return failed(storage, claimed(storage, at).worker().id(), at);
  }

  /** The latest attempt of {@code id}, which has ended now. */
  public static Finishing finished(Storage storage, WorkerId id, AttemptEnd end, Instant at) {
    Attempt latest = storage.workerQueue().attempts(id, new Limit(1)).getFirst();
    return storage.workerQueue().finish(latest.id(), end, at);
  }

  /** A worker that did what it was told. */
  public static Worker completed(Storage storage, WorkerId id, Instant at) {
    return ((Finishing.Finished) finished(storage, id, succeeded(""), at)).worker();
  }

  /** A worker that came to nothing. */
  public static Worker failed(Storage storage, WorkerId id, Instant at) {
    return ((Finishing.Finished) finished(storage, id, failure("exit code 1"), at)).worker();
  }

  public static AttemptEnd succeeded(String summary) {
    return new AttemptEnd.Succeeded(summary, 0, Usage.UNKNOWN);
  }

  public static AttemptEnd failure(String reason) {
    return new AttemptEnd.Failed(reason, 1, Usage.UNKNOWN);
  }

  public static AttemptEnd asked(String question) {
    return new AttemptEnd.Asked(question, 0, Usage.UNKNOWN);
  }
}
