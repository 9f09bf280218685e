package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.STAGED_CONTENT;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.content.Exhibit;
import dev.engine.domain.content.Provenance;
import dev.engine.domain.content.Resolution;
import dev.engine.domain.content.SourceFile;
import dev.engine.domain.content.StagedContent;
import dev.engine.domain.content.StagedEvents;
import dev.engine.domain.content.StagedFilter;
import dev.engine.domain.content.StagedItem;
import dev.engine.domain.content.StagedItem.State;
import dev.engine.domain.content.StagedItemId;
import dev.engine.domain.content.Verdict;
import dev.engine.domain.id.WireName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** {@link StagedContent} in SQLite. */
final class JooqStagedContent implements StagedContent {

  /** What a row's status is called until it has a verdict. */
  private static final String STAGED = "staged";

  /** All that an item needs; not its body, which may be a megabyte. */
  private static final List<SelectFieldOrAsterisk> ITEM =
      List.of(
          STAGED_CONTENT.ID,
          STAGED_CONTENT.KIND,
          STAGED_CONTENT.TITLE,
          STAGED_CONTENT.CONVERSATION_ID,
          STAGED_CONTENT.SESSION_ID,
          STAGED_CONTENT.SOURCE_PATH,
          STAGED_CONTENT.SOURCE_HASH,
          STAGED_CONTENT.STAGED_AT,
          STAGED_CONTENT.EXPIRES_AT,
          STAGED_CONTENT.STATUS,
          STAGED_CONTENT.RESOLVED_AT,
          STAGED_CONTENT.RESOLUTION);

  private final JooqTransactions transactions;
  private final RandomGenerator random;
  private final JooqJournal journal;
  private final NoticeQueue notices;

  JooqStagedContent(JooqTransactions transactions, RandomGenerator random, JooqJournal journal) {
    this.transactions = transactions;
    this.random = random;
    this.journal = journal;
    this.notices = new NoticeQueue(random, journal.rows());
  }

  @Override
  public StagedItem stage(
      Exhibit exhibit, Provenance provenance, Instant at, @Nullable Instant expiresAt) {
    return transactions.write(
        db -> {
          StagedItem staged;
          do {
            StagedItemId id = StagedItemId.random(random);
            staged = StagedItem.staged(id, exhibit, provenance, at, expiresAt);
          } while (!isInserted(db, staged, exhibit.body(), expiresAt)); // its id was taken
          journal.add(db, StagedEvents.staged(staged));
          return staged;
        });
  }

  @Override
  public Optional<StagedItem> find(StagedItemId id) {
    return transactions.read(db -> find(db, id));
  }

  @Override
  public Optional<String> body(StagedItemId id) {
    return transactions.read(
        db ->
            db.select(STAGED_CONTENT.BODY)
                .from(STAGED_CONTENT)
                .where(STAGED_CONTENT.ID.eq(id))
                .fetchOptional(STAGED_CONTENT.BODY));
  }

  @Override
  public Resolution resolve(StagedItemId id, State.Resolved resolved) {
    return transactions.write(
        db ->
            find(db, id)
                .map(
                    stored ->
                        stored.isStaged()
                            ? new Resolution.ResolvedNow(settle(db, stored, resolved))
                            : new Resolution.ResolvedBefore(stored))
                .orElseGet(() -> new Resolution.NoSuchItem(id)));
  }

  @Override
  public List<StagedItem> expire(Instant now, Limit limit) {
    State.Resolved expired = new State.Resolved(Verdict.EXPIRED, now, "");
    return transactions.write(
        db ->
            db
                .select(ITEM)
                .from(STAGED_CONTENT)
                .where(STAGED_CONTENT.STATUS.eq(DSL.inline(STAGED)))
                .and(STAGED_CONTENT.EXPIRES_AT.le(now))
                .orderBy(STAGED_CONTENT.EXPIRES_AT, STAGED_CONTENT.ID)
                .limit(limit.rows())
                .fetch(JooqStagedContent::item)
                .stream()
                .map(due -> settle(db, due, expired))
                .toList());
  }

  @Override
  public Listed<StagedItem> list(StagedFilter filter, Page page) {
    Condition fromHere =
        ListPages.newestFirst(ORDER, page, STAGED_CONTENT.STAGED_AT, STAGED_CONTENT.ID);
    return transactions.read(
        db ->
            ORDER.listed(
                db.select(ITEM)
                    .from(STAGED_CONTENT)
                    .where(condition(filter))
                    .and(fromHere)
                    .orderBy(STAGED_CONTENT.STAGED_AT.desc(), STAGED_CONTENT.ID.desc())
                    .limit(page.rowsToFind())
                    .fetch(JooqStagedContent::item),
                page));
  }

  private static Optional<StagedItem> find(DSLContext db, StagedItemId id) {
    return db.select(ITEM)
        .from(STAGED_CONTENT)
        .where(STAGED_CONTENT.ID.eq(id))
        .fetchOptional(JooqStagedContent::item);
  }

  private static boolean isInserted(
      DSLContext db, StagedItem staged, String body, @Nullable Instant expiresAt) {
    Provenance provenance = staged.provenance();
    SourceFile source = provenance.source();
    int inserted =
        db.insertInto(STAGED_CONTENT)
            .set(STAGED_CONTENT.ID, staged.id())
            .set(STAGED_CONTENT.KIND, staged.kind())
            .set(STAGED_CONTENT.TITLE, staged.title())
            .set(STAGED_CONTENT.BODY, body)
            .set(STAGED_CONTENT.STATUS, STAGED)
            .set(STAGED_CONTENT.STAGED_AT, staged.stagedAt())
            .set(STAGED_CONTENT.EXPIRES_AT, expiresAt)
            .set(STAGED_CONTENT.CONVERSATION_ID, provenance.conversation())
            .set(STAGED_CONTENT.SESSION_ID, provenance.session())
            .set(STAGED_CONTENT.SOURCE_PATH, source == null ? null : source.path())
            .set(STAGED_CONTENT.SOURCE_HASH, source == null ? null : source.sha256())
            .onConflict(STAGED_CONTENT.ID)
            .doNothing()
            .execute();
    return inserted == 1;
  }

  private StagedItem settle(DSLContext db, StagedItem staged, State.Resolved resolved) {
    StagedItem settled = staged.resolved(resolved);
    db.update(STAGED_CONTENT)
        .set(STAGED_CONTENT.STATUS, resolved.verdict().wireName())
        .set(STAGED_CONTENT.RESOLVED_AT, resolved.at())
        .set(STAGED_CONTENT.RESOLUTION, resolved.comment())
        .where(STAGED_CONTENT.ID.eq(settled.id()))
        .execute();
    journal.add(db, StagedEvents.resolved(settled, resolved));
    settled.notice().ifPresent(notice -> notices.add(db, notice, resolved.at()));
    return settled;
  }

  private static Condition condition(StagedFilter filter) {
    Condition progress =
        switch (filter.progress()) {
          case STAGED -> STAGED_CONTENT.RESOLVED_AT.isNull();
          case RESOLVED -> STAGED_CONTENT.RESOLVED_AT.isNotNull();
          case ANY -> DSL.noCondition();
        };
    return filter.conversation() == null
        ? progress
        : progress.and(STAGED_CONTENT.CONVERSATION_ID.eq(filter.conversation()));
  }

  private static StagedItem item(Record row) {
    return new StagedItem(
        row.get(STAGED_CONTENT.ID),
        row.get(STAGED_CONTENT.KIND),
        row.get(STAGED_CONTENT.TITLE),
        new Provenance(
            row.get(STAGED_CONTENT.CONVERSATION_ID),
            row.get(STAGED_CONTENT.SESSION_ID),
            source(row)),
        row.get(STAGED_CONTENT.STAGED_AT),
        state(row));
  }

  private static @Nullable SourceFile source(Record row) {
    String path = row.get(STAGED_CONTENT.SOURCE_PATH);
    return path == null ? null : new SourceFile(path, row.get(STAGED_CONTENT.SOURCE_HASH));
  }

  private static State state(Record row) {
    String status = row.get(STAGED_CONTENT.STATUS);
    if (status.equals(STAGED)) {
      return new State.Staged(row.get(STAGED_CONTENT.EXPIRES_AT));
    }
    String comment = row.get(STAGED_CONTENT.RESOLUTION);
    return new State.Resolved(
        WireName.of("verdict", Verdict.class, status),
        row.get(STAGED_CONTENT.RESOLVED_AT),
        comment == null ? "" : comment);
  }
}
