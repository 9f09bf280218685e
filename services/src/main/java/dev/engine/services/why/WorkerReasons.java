package dev.engine.services.why;

import dev.engine.domain.journal.Event;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.Turn;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.Worker.State;
import dev.engine.services.why.Explanation.Kind;
import dev.engine.services.why.Explanation.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a worker stands as it does. */
final class WorkerReasons {

  /**
   * What is recorded of a worker.
   *
   * @param events its own, the oldest first
   * @param attempts the latest at the front
   * @param telling of its outcome
   * @param waiting what it waits for, if it is pending
   */
  record Case(
      Worker worker,
      List<Event> events,
      List<Attempt> attempts,
      Telling telling,
      Waiting waiting) {}

  /**
   * What a worker may wait for.
   *
   * @param others those that it depends on and that are not complete, the failed ones first
   * @param turn where it stands in the queue; null if it could not begin
   * @param question what it asked; null if it waits for no answer
   */
  record Waiting(List<Worker> others, @Nullable Turn turn, @Nullable Ping question, Instant now) {}

  private WorkerReasons() {}

  static Explanation explain(Case given) {
    Worker worker = given.worker();
    return new Explanation(
        Kind.WORKER,
        worker.id().value(),
        worker.task().owner(),
        headline(given),
        since(given),
        facts(given),
        next(given));
  }

  /** Where it stands, in words that go on behind its name. */
  static String headline(Worker worker) {
    return switch (worker.state()) {
      case State.Pending pending -> "waits for its turn";
      case State.Asking asking -> "waits for an answer of the person";
      case State.Running running -> atWork(worker, running);
      case State.Complete complete -> "is complete" + said(complete.summary());
      case State.Failed failed -> "failed" + said(failed.reason());
      case State.Cancelled cancelled -> "was cancelled";
    };
  }

  private static String headline(Case given) {
    Waiting waiting = given.waiting();
    if (given.worker().state() instanceof State.Pending pending) {
      return pending(given, pending);
    }
    return waiting.question() == null
        ? headline(given.worker())
        : "asked the person at %s, and waits for the answer: %s"
            .formatted(
                Story.time(waiting.question().createdAt()),
                Story.quoted(waiting.question().appeal().message()));
  }

  private static String pending(Case given, State.Pending pending) {
    Waiting waiting = given.waiting();
    if (!waiting.others().isEmpty()) {
      return blocked(waiting.others());
    }
    Instant time = pending.notBefore();
    if (time != null && time.isAfter(waiting.now())) {
      return given.worker().run().failedAttempts() == 0
          ? "may not begin before " + Story.time(time)
          : "is tried again at %s: its attempt failed".formatted(Story.time(time));
    }
    return waiting.turn() == null ? headline(given.worker()) : inLine(waiting.turn());
  }

  private static String blocked(List<Worker> others) {
    Worker worst = others.getFirst();
    String one = "depends on worker %s, which %s".formatted(worst.id(), headline(worst));
    return others.size() == 1 ? one : one + ", and on %d more".formatted(others.size() - 1);
  }

  private static String inLine(Turn turn) {
    String atWork =
        turn.atWork() == 0
            ? "nothing is at work: an engine that serves begins it"
            : Story.count(turn.atWork(), "worker")
                + (turn.atWork() == 1 ? " is" : " are")
                + " at work, and it begins when there is room";
    return turn.ahead() == 0
        ? "is the next in line; " + atWork
        : "waits for its turn behind %s; %s".formatted(Story.count(turn.ahead(), "other"), atWork);
  }

  private static String atWork(Worker worker, State.Running running) {
    if (running.cancelRequestedAt() != null) {
      return "is at work, and is to be ended";
    }
    return worker.run().statusText() == null
        ? "is at work"
        : "is at work" + said(worker.run().statusText().value());
  }

  private static String said(@Nullable String words) {
    return words == null || words.isBlank() ? "" : ": " + Story.quoted(words);
  }

  private static Instant since(Case given) {
    Worker worker = given.worker();
    return switch (worker.state()) {
      case State.Pending pending -> lastStep(given);
      case State.Asking asking -> lastStep(given);
      case State.Running running -> running.startedAt();
      case State.Complete complete -> complete.at();
      case State.Failed failed -> failed.at();
      case State.Cancelled cancelled -> cancelled.at();
    };
  }

  /** When a pending worker came to wait: what happened to it last made it so. */
  private static Instant lastStep(Case given) {
    return given.events().isEmpty()
        ? given.worker().createdAt()
        : given.events().getLast().happening().at();
  }

  private static List<Explanation.Fact> facts(Case given) {
    Story story = new Story();
    Worker worker = given.worker();
    for (Event event : given.events()) {
      story.add(event, WorkerSentences.of(event, worker, given.attempts()));
    }
    if (given.events().isEmpty()) {
      story.add(worker.createdAt(), WorkerSentences.added(worker));
    }
    if (worker.isFinished()) {
      given.telling().addTo(story, "has no owner, so nobody is told", since(given));
    }
    return story.told();
  }

  private static List<Step> next(Case given) {
    Worker worker = given.worker();
    List<Step> next = new ArrayList<>();
    if (given.waiting().question() != null) {
      next.add(
          new Step(
              "engine ping answer %s TEXT".formatted(given.waiting().question().id()),
              "answer it, and it goes on"));
    }
    given.waiting().others().stream().limit(1).forEach(other -> next.add(why(other)));
    if (worker.state() instanceof State.Failed) {
      next.add(
          new Step("engine attention ack " + worker.id(), "take it out of attention once seen"));
    }
    next.addAll(given.telling().steps());
    next.add(new Step("engine worker show " + worker.id(), "what it was told, and its folder"));
    return next;
  }

  private static Step why(Worker other) {
    return new Step("engine why " + other.id(), "what the one it depends on waits for, or came to");
  }
}
