package dev.engine.services.why;

import dev.engine.domain.journal.Event;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.Worker.State;
import dev.engine.domain.worker.WorkerEvents;
import dev.engine.services.why.Explanation.Kind;
import dev.engine.services.why.Explanation.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Why a worker stands as it does. */
final class WorkerReasons {

  /**
   * What is recorded of a worker.
   *
   * @param events its own, the oldest first
   * @param telling of its outcome
   */
  record Case(Worker worker, List<Event> events, Telling telling) {}

  private WorkerReasons() {}

  static Explanation explain(Case given) {
    Worker worker = given.worker();
    return new Explanation(
        Kind.WORKER,
        worker.id().value(),
        worker.task().owner(),
        headline(worker),
        since(worker),
        facts(given),
        next(given));
  }

  /** Where it stands, in words that go on behind its name. */
  static String headline(Worker worker) {
    return switch (worker.state()) {
      case State.Pending pending -> "waits for its turn: nothing has started it yet";
      case State.Asking asking -> "waits for an answer of the person";
      case State.Running running -> "is at work";
      case State.Complete complete -> "is complete";
      case State.Failed failed -> failed.isCancelled() ? "was cancelled" : "failed";
    };
  }

  private static Instant since(Worker worker) {
    return switch (worker.state()) {
      case State.Pending pending -> worker.createdAt();
      case State.Asking asking -> worker.createdAt();
      case State.Running running -> running.startedAt();
      case State.Complete complete -> complete.at();
      case State.Failed failed -> failed.at();
    };
  }

  private static List<Explanation.Fact> facts(Case given) {
    Story story = new Story();
    Worker worker = given.worker();
    for (Event event : given.events()) {
      story.add(event, sentence(event, worker));
    }
    if (given.events().isEmpty()) {
      story.add(worker.createdAt(), added(worker));
    }
    if (worker.isFinished()) {
      given.telling().addTo(story, "has no owner, so nobody is told", since(worker));
    }
    return story.told();
  }

  private static String sentence(Event event, Worker worker) {
    if (event.kind().equals(WorkerEvents.ADDED)) {
      return added(worker);
    }
    if (event.kind().equals(WorkerEvents.STARTED)) {
      return "was started";
    }
    if (event.kind().equals(WorkerEvents.COMPLETED)) {
      return "did what it was told";
    }
    if (event.kind().equals(WorkerEvents.CANCELLED)) {
      return "was cancelled";
    }
    String kind = event.kind().value();
    return event.kind().equals(WorkerEvents.FAILED)
        ? "failed"
        : kind.substring(kind.indexOf('.') + 1);
  }

  private static String added(Worker worker) {
    String owner = worker.task().owner() == null ? "nobody" : worker.task().owner().value();
    String by = worker.task().parent() == null ? "" : " by session " + worker.task().parent();
    return "was given to do for %s%s: %s"
        .formatted(owner, by, Story.quoted(worker.task().instructions()));
  }

  private static List<Step> next(Case given) {
    Worker worker = given.worker();
    List<Step> next = new ArrayList<>();
    if (worker.state() instanceof State.Failed) {
      next.add(
          new Step("engine attention ack " + worker.id(), "take it out of attention once seen"));
    }
    next.addAll(given.telling().steps());
    next.add(new Step("engine worker show " + worker.id(), "what it was told, and its folder"));
    return next;
  }
}
