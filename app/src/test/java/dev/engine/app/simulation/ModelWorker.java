package dev.engine.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.Event;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one worker must stand, as its events tell it. An event that cannot follow the one before
 * fails the test.
 */
final class ModelWorker {

  /** Where it stands. */
  enum Standing {
    PENDING,
    ASKING,
    RUNNING,
    COMPLETE,
    FAILED
  }

  private final WorkerId id;
  private final WorkOrder order;
  private final Instant createdAt;
  private final List<Event> events = new ArrayList<>();
  private Standing standing = Standing.PENDING;
  private int generation = 1;
  private int attempts;
  private int failures;
  private boolean isLaunched;
  private boolean isUnwanted;
  private boolean isCancelled;
  private @Nullable Instant notBefore;
  private @Nullable String question;
  private int questionAttempt;
  private boolean isAnswered;

  ModelWorker(WorkerId id, WorkOrder order, Instant createdAt) {
    this.id = id;
    this.order = order;
    this.createdAt = createdAt;
    this.notBefore = order.runAfter();
  }

  WorkerId id() {
    return id;
  }

  WorkOrder order() {
    return order;
  }

  Primitive primitive() {
    return order.task().primitive();
  }

  @Nullable ConversationId owner() {
    return order.task().owner();
  }

  Standing standing() {
    return standing;
  }

  int generation() {
    return generation;
  }

  /** The number of its last attempt; 0 if there was none. */
  int attempts() {
    return attempts;
  }

  boolean isUnwanted() {
    return isUnwanted;
  }

  boolean isFinished() {
    return standing == Standing.COMPLETE || standing == Standing.FAILED;
  }

  /** The ping by which it asks; null if it asks nothing, or has its answer. */
  @Nullable String question() {
    return isAnswered ? null : question;
  }

  /** Whether it has asked in its present attempt, answered or not. */
  boolean hasAskedNow() {
    return question != null && questionAttempt == attempts;
  }

  /** Whether its time has come at {@code at}. */
  boolean isTime(Instant at) {
    return notBefore == null || !notBefore.isAfter(at);
  }

  /** Whether its turn comes before that of {@code other}. */
  boolean precedes(ModelWorker other) {
    int mine = order.priority();
    int its = other.order.priority();
    return mine != its
        ? mine > its
        : createdAt.isBefore(other.createdAt)
            || (createdAt.equals(other.createdAt) && id.value().compareTo(other.id.value()) < 0);
  }

  /** Takes its next event. */
  void take(Event event) {
    events.add(event);
    String kind = event.kind().value();
    switch (kind) {
      case "worker.added" -> require(events.size() == 1);
      case "worker.started" -> begin(event);
      case "worker.launched" -> {
        require(standing == Standing.RUNNING && !isLaunched && isOfThisAttempt(event));
        isLaunched = true;
      }
      case "worker.reported" -> require(standing == Standing.RUNNING);
      case "worker.asked" -> {
        require(standing == Standing.RUNNING && (!hasAskedNow() || isAnswered));
        question = fact(event, "pingId");
        questionAttempt = attempts;
        isAnswered = false;
      }
      case "worker.answered" -> {
        require(standing == Standing.ASKING && fact(event, "pingId").equals(question));
        standing = Standing.PENDING;
        notBefore = null;
      }
      case "worker.cancel_requested" -> {
        require(standing == Standing.RUNNING && !isUnwanted);
        isUnwanted = true;
      }
      case "worker.retried" -> again(event);
      default -> end(kind, event);
    }
  }

  /** The person has answered {@code ping}. */
  void answered(String ping) {
    isAnswered |= ping.equals(question);
  }

  private void begin(Event event) {
    require(standing == Standing.PENDING);
    attempts++;
    require(isOfThisAttempt(event));
    standing = Standing.RUNNING;
    isLaunched = false;
    notBefore = null;
  }

  private void again(Event event) {
    require(isFinished());
    generation++;
    require(fact(event, "generation").equals(Integer.toString(generation)));
    Instant runAfter = order.runAfter();
    standing = Standing.PENDING;
    failures = 0;
    isUnwanted = false;
    isCancelled = false;
    question = null;
    isAnswered = false;
    notBefore = runAfter != null && runAfter.isAfter(event.happening().at()) ? runAfter : null;
  }

  private void end(String kind, Event event) {
    boolean isOfAttempt = event.happening().facts().find("attempt").isPresent();
    require(isOfAttempt ? standing == Standing.RUNNING && isOfThisAttempt(event) : isWaiting());
    switch (kind) {
      case "worker.completed" -> standing = Standing.COMPLETE;
      case "worker.failed" -> {
        failures++;
        require(isUnwanted || failures >= order.maxAttempts());
        standing = Standing.FAILED;
      }
      case "worker.cancelled" -> {
        require(isUnwanted || !isOfAttempt);
        isCancelled = true;
        standing = Standing.FAILED;
      }
      case "worker.attempt_failed" -> {
        failures++;
        require(failures < order.maxAttempts() && !isUnwanted);
        wait(event.happening().at().plus(pause()));
      }
      case "worker.reclaimed", "worker.paused" -> {
        require(!isUnwanted);
        String until = fact(event, "notBefore"); // of one that was killed before it began
        wait(until.isEmpty() ? null : Instant.parse(until));
      }
      default -> throw new AssertionError("no event of a worker: " + event);
    }
  }

  private void wait(@Nullable Instant until) {
    boolean isAsking = hasAskedNow() && !isAnswered;
    standing = isAsking ? Standing.ASKING : Standing.PENDING;
    notBefore = isAsking ? null : until;
  }

  /** 10 s, then twice as long each time, and at most ten minutes. */
  private Duration pause() {
    long seconds = 10;
    for (int i = 1; i < failures; i++) {
      seconds = Math.min(600, 2 * seconds);
    }
    return Duration.ofSeconds(seconds);
  }

  private boolean isWaiting() {
    return standing == Standing.PENDING || standing == Standing.ASKING;
  }

  private boolean isOfThisAttempt(Event event) {
    return fact(event, "attempt").equals(Integer.toString(attempts));
  }

  /** Fails unless {@code stored} is what the journal has made of it. */
  void requireExplains(Worker stored) {
    assertThat(status(stored)).as("%s, by its journal: %s", stored, this).isEqualTo(standing);
    assertThat(stored.order()).isEqualTo(order);
    assertThat(stored.run().generation()).as("generation: %s", this).isEqualTo(generation);
    assertThat(stored.isToBeCancelled())
        .as("to be cancelled: %s", this)
        .isEqualTo(standing == Standing.RUNNING && isUnwanted);
    assertThat(stored.state() instanceof Worker.State.Cancelled)
        .as("cancelled: %s", this)
        .isEqualTo(isCancelled);
    if (!isCancelled) {
      assertThat(stored.run().failedAttempts()).as("failed attempts: %s", this).isEqualTo(failures);
    }
    if (stored.state() instanceof Worker.State.Pending pending) {
      assertThat(pending.notBefore()).as("not before: %s", this).isEqualTo(notBefore);
    }
  }

  private static Standing status(Worker stored) {
    return stored.state() instanceof Worker.State.Asking
        ? Standing.ASKING
        : Standing.valueOf(stored.status().name());
  }

  /** The name of the status that a slot which follows it has. */
  String status() {
    WorkerStatus status =
        standing == Standing.ASKING ? WorkerStatus.PENDING : WorkerStatus.valueOf(standing.name());
    return status.wireName();
  }

  private void require(boolean holds) {
    assertThat(holds).as("the journal explains: %s", this).isTrue();
  }

  static String fact(Event event, String name) {
    return event.happening().facts().find(name).orElse("");
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("worker " + id + ": " + standing + " " + order);
    events.forEach(event -> text.append("\n  ").append(line(event)));
    return text.toString();
  }

  static String line(Event event) {
    return "%d %s %s %s"
        .formatted(
            event.position(),
            event.happening().at(),
            event.kind().value(),
            event.happening().facts().json());
  }
}
