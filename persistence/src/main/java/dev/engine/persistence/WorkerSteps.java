package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.MISSIONS;
import static dev.engine.persistence.db.Tables.SCHEDULED_MISSIONS;
import static dev.engine.persistence.db.Tables.WORKERS;

import dev.engine.domain.journal.Happening;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionEvents;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.WorkOrder;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerEvents;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerNotices;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;

/**
 * What happens to a worker and to all that hangs on it, for every port that does so inside its own
 * transaction.
 */
final class WorkerSteps {

  private final RandomGenerator random;
  private final JooqJournal journal;
  private final NoticeQueue notices;

  /**
   * @param random draws the ids
   */
  WorkerSteps(RandomGenerator random, JooqJournal journal) {
    this.random = random;
    this.journal = journal;
    this.notices = new NoticeQueue(random, journal.rows());
  }

  /** Adds a worker for {@code order}, whatever its dedupe key. */
  Worker added(DSLContext db, WorkOrder order, Path outputs, Instant at) {
    Worker added = Worker.pending(WorkerId.random(random), order, outputs, at);
    while (!WorkerRows.insert(db, added, at)) {
      added = Worker.pending(WorkerId.random(random), order, outputs, at); // its id was taken
    }
    journal.add(db, WorkerEvents.added(added));
    return added;
  }

  /** Takes a worker to where {@code next} is, with its owner, its mission and its dependants. */
  void moved(DSLContext db, Worker next, Happening told, Instant at) {
    WorkerRows.update(db, next, at);
    journal.add(db, told);
    WorkerNotices.outcome(next).ifPresent(notice -> notices.add(db, notice, at));
    db.selectFrom(MISSIONS)
        .where(MISSIONS.WORKER_ID.eq(next.id()))
        .fetch(MissionRows::mission)
        .forEach(mission -> follow(db, mission, next, at));
    WorkerRows.requeueDependants(db, next.id(), at);
    if (next.isFinished()) {
      WorkerRows.question(db, next.id())
          .ifPresent(question -> JooqPings.acknowledge(db, journal, question.ping(), at));
    }
  }

  /** Asks the person on behalf of {@code worker}. */
  Ping asked(DSLContext db, Worker worker, AttemptId attempt, String question, Instant at) {
    Ping ping = JooqPings.send(db, random, journal, WorkerNotices.appeal(worker, question), at);
    WorkerRows.setQuestion(db, worker.id(), new WorkerRows.Question(ping.id(), attempt.number()));
    journal.add(db, WorkerEvents.asked(worker, ping.id(), at));
    WorkerNotices.asking(worker, ping.id(), question)
        .ifPresent(notice -> notices.add(db, notice, at));
    return ping;
  }

  /** What {@code attempt} asked. */
  static Optional<Ping> question(DSLContext db, AttemptId attempt) {
    return WorkerRows.question(db, attempt.worker())
        .filter(question -> question.attempt() == attempt.number())
        .flatMap(question -> JooqPings.find(db, question.ping()));
  }

  /** Lets the worker go on that waits for {@code answered}, if one does. */
  void answered(DSLContext db, Ping answered, Instant at) {
    WorkerRows.find(db, WORKERS.QUESTION_PING_ID.eq(answered.id()))
        .filter(worker -> worker.state() instanceof Worker.State.Asking)
        .ifPresent(
            worker ->
                moved(db, worker.answered(), WorkerEvents.answered(worker, answered.id(), at), at));
  }

  private void follow(DSLContext db, Mission before, Worker worker, Instant at) {
    Mission next = before.following(worker);
    if (next.equals(before)) {
      return;
    }
    db.update(MISSIONS).set(MissionProgress.of(next)).where(MISSIONS.ID.eq(next.id())).execute();
    journal.add(db, MissionEvents.recorded(next, at));
    if (worker.isFinished()) { // else nobody is told, and a plan that cannot be read is no matter
      tellOwner(db, next, worker, at);
    }
  }

  private void tellOwner(DSLContext db, Mission next, Worker worker, Instant at) {
    JooqScheduledMissions.find(db, SCHEDULED_MISSIONS.ID.eq(next.slot().mission()))
        .flatMap(scheduled -> next.outcomeNotice(scheduled.plan()))
        .map(notice -> notice.on(notice.terms().ofGeneration(worker.run().generation())))
        .ifPresent(notice -> notices.add(db, notice, at));
  }
}
