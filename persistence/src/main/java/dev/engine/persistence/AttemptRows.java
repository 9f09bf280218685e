package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.WORKER_ATTEMPTS;

import dev.engine.domain.session.Birth;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.ProcessSpace;
import dev.engine.domain.worker.Attempt;
import dev.engine.domain.worker.AttemptId;
import dev.engine.domain.worker.Usage;
import dev.engine.domain.worker.WorkerId;
import java.math.BigDecimal;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Attempts of workers as rows. */
final class AttemptRows {

  private AttemptRows() {}

  static Optional<Attempt> find(DSLContext db, AttemptId id) {
    return db.selectFrom(WORKER_ATTEMPTS).where(is(id)).fetchOptional(AttemptRows::attempt);
  }

  /** The number of the latest attempt of {@code worker}; 0 if there was none. */
  static int latest(DSLContext db, WorkerId worker) {
    Integer number =
        db.select(DSL.max(WORKER_ATTEMPTS.NUMBER))
            .from(WORKER_ATTEMPTS)
            .where(WORKER_ATTEMPTS.WORKER_ID.eq(worker))
            .fetchSingle()
            .value1();
    return number == null ? 0 : number;
  }

  /** Adds one that begins. */
  static void insert(DSLContext db, Attempt attempt) {
    db.insertInto(WORKER_ATTEMPTS)
        .set(WORKER_ATTEMPTS.WORKER_ID, attempt.id().worker())
        .set(WORKER_ATTEMPTS.NUMBER, attempt.id().number())
        .set(WORKER_ATTEMPTS.CLAUDE_SESSION_ID, attempt.claudeSession())
        .set(WORKER_ATTEMPTS.STARTED_AT, attempt.startedAt())
        .execute();
  }

  static void setProcess(DSLContext db, AttemptId id, ProcessIdentity process) {
    Birth birth = process.birth();
    db.update(WORKER_ATTEMPTS)
        .set(WORKER_ATTEMPTS.PID, process.pid())
        .set(WORKER_ATTEMPTS.PID_STARTED_AT, process.startedAt())
        .set(WORKER_ATTEMPTS.PID_BOOT, birth == null ? null : birth.space().boot())
        .set(WORKER_ATTEMPTS.PID_NAMESPACE, birth == null ? null : birth.space().namespace())
        .set(WORKER_ATTEMPTS.PID_START_TICKS, birth == null ? null : birth.ticks())
        .where(is(id))
        .execute();
  }

  static void end(DSLContext db, AttemptId id, Attempt.State.Ended ended) {
    BigDecimal cost = ended.usage().costUsd();
    db.update(WORKER_ATTEMPTS)
        .set(WORKER_ATTEMPTS.FINISHED_AT, ended.at())
        .set(WORKER_ATTEMPTS.OUTCOME, ended.outcome())
        .set(WORKER_ATTEMPTS.EXIT_CODE, ended.exitCode())
        .set(WORKER_ATTEMPTS.ERROR, ended.error())
        .set(WORKER_ATTEMPTS.COST_USD, cost == null ? null : cost.doubleValue())
        .set(WORKER_ATTEMPTS.TOKENS, ended.usage().tokens())
        .where(is(id))
        .execute();
  }

  /** What a row holds. */
  static Attempt attempt(Record row) {
    return new Attempt(
        new AttemptId(row.get(WORKER_ATTEMPTS.WORKER_ID), row.get(WORKER_ATTEMPTS.NUMBER)),
        row.get(WORKER_ATTEMPTS.CLAUDE_SESSION_ID),
        row.get(WORKER_ATTEMPTS.STARTED_AT),
        process(row),
        state(row));
  }

  private static Attempt.State state(Record row) {
    if (row.get(WORKER_ATTEMPTS.FINISHED_AT) == null) {
      return new Attempt.State.Underway();
    }
    Double cost = row.get(WORKER_ATTEMPTS.COST_USD);
    Usage usage =
        Usage.told(
            cost != null && Double.isFinite(cost) // once, whatever a program said was stored
                ? BigDecimal.valueOf(cost)
                : null,
            row.get(WORKER_ATTEMPTS.TOKENS));
    return new Attempt.State.Ended(
        row.get(WORKER_ATTEMPTS.FINISHED_AT),
        row.get(WORKER_ATTEMPTS.OUTCOME),
        row.get(WORKER_ATTEMPTS.EXIT_CODE),
        row.get(WORKER_ATTEMPTS.ERROR),
        usage);
  }

  private static @Nullable ProcessIdentity process(Record row) {
    Long pid = row.get(WORKER_ATTEMPTS.PID);
    return pid == null
        ? null
        : new ProcessIdentity(pid, row.get(WORKER_ATTEMPTS.PID_STARTED_AT), birth(row));
  }

  private static @Nullable Birth birth(Record row) {
    String boot = row.get(WORKER_ATTEMPTS.PID_BOOT);
    Long namespace = row.get(WORKER_ATTEMPTS.PID_NAMESPACE);
    Long ticks = row.get(WORKER_ATTEMPTS.PID_START_TICKS);
    return boot == null || namespace == null || ticks == null
        ? null
        : new Birth(new ProcessSpace(boot, namespace), ticks);
  }

  private static Condition is(AttemptId id) {
    return WORKER_ATTEMPTS.WORKER_ID.eq(id.worker()).and(WORKER_ATTEMPTS.NUMBER.eq(id.number()));
  }
}
