package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.IDEMPOTENT_REQUESTS;

import dev.engine.domain.Limit;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.request.Fingerprint;
import dev.engine.domain.request.IdempotentRequests;
import dev.engine.domain.request.Once;
import dev.engine.domain.request.Reply;
import dev.engine.domain.request.RequestKey;
import dev.engine.persistence.db.tables.records.IdempotentRequestsRecord;
import java.time.Instant;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** {@link IdempotentRequests} in SQLite. */
final class JooqIdempotentRequests implements IdempotentRequests {

  private final JooqTransactions transactions;

  JooqIdempotentRequests(JooqTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Once once(RequestKey key, Fingerprint fingerprint, Instant at, Supplier<Reply> act) {
    return passingOn(
        () -> transactions.together(db -> once(db, key, fingerprint, at, marked(act))));
  }

  @Override
  public Reply inOneStep(Supplier<Reply> act) {
    return passingOn(() -> transactions.together(db -> marked(act).get()));
  }

  @Override
  public int forget(Instant before, Limit most) {
    return transactions.write(
        db ->
            db.deleteFrom(IDEMPOTENT_REQUESTS)
                .where(
                    IDEMPOTENT_REQUESTS.KEY.in(
                        db.select(IDEMPOTENT_REQUESTS.KEY)
                            .from(IDEMPOTENT_REQUESTS)
                            .where(IDEMPOTENT_REQUESTS.AT.lt(before))
                            .orderBy(IDEMPOTENT_REQUESTS.AT, IDEMPOTENT_REQUESTS.KEY)
                            .limit(most.rows())))
                .execute());
  }

  /** {@code act}, with what it refuses told apart from a stored row that has no sense. */
  private static Supplier<Reply> marked(Supplier<Reply> act) {
    return () -> {
      try {
        return act.get();
      } catch (InvalidInput refusal) {
        throw new Refused(refusal);
      }
    };
  }

  private static <T> T passingOn(Supplier<T> step) {
    try {
      return step.get();
    } catch (Refused refused) {
      throw refused.refusal;
    }
  }

  private static Once once(
      DSLContext db, RequestKey key, Fingerprint fingerprint, Instant at, Supplier<Reply> act) {
    IdempotentRequestsRecord before =
        db.selectFrom(IDEMPOTENT_REQUESTS)
            .where(IDEMPOTENT_REQUESTS.KEY.eq(key.value()))
            .fetchOne();
    if (before == null) {
      Reply reply = act.get();
      insert(db, key, fingerprint, at, reply);
      return new Once.Done(reply);
    }
    return before.getFingerprint().equals(fingerprint.value())
        ? new Once.DoneBefore(reply(before))
        : new Once.OtherRequest();
  }

  private static void insert(
      DSLContext db, RequestKey key, Fingerprint fingerprint, Instant at, Reply reply) {
    db.insertInto(IDEMPOTENT_REQUESTS)
        .set(IDEMPOTENT_REQUESTS.KEY, key.value())
        .set(IDEMPOTENT_REQUESTS.FINGERPRINT, fingerprint.value())
        .set(IDEMPOTENT_REQUESTS.STATUS, reply.status())
        .set(IDEMPOTENT_REQUESTS.LOCATION, reply.location())
        .set(IDEMPOTENT_REQUESTS.ETAG, reply.etag())
        .set(IDEMPOTENT_REQUESTS.BODY, reply.body())
        .set(IDEMPOTENT_REQUESTS.AT, at)
        .execute();
  }

  private static Reply reply(IdempotentRequestsRecord row) {
    return new Reply(row.getStatus(), row.getLocation(), row.getEtag(), row.getBody());
  }

  /** On its way out of a step: an act was given what it cannot take. */
  private static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient InvalidInput refusal;

    private Refused(InvalidInput refusal) {
      super(refusal);
      this.refusal = refusal;
    }
  }
}
