package dev.engine.persistence;

import static dev.engine.persistence.db.Tables.ACCOUNTS;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.account.Account;
import dev.engine.domain.account.Account.Use;
import dev.engine.domain.account.AccountEvents;
import dev.engine.domain.account.AccountId;
import dev.engine.domain.account.Accounts;
import dev.engine.domain.account.Adding;
import dev.engine.domain.account.Amending;
import dev.engine.domain.account.Amendment;
import dev.engine.domain.account.Capabilities;
import dev.engine.domain.account.Handle;
import dev.engine.domain.account.Removal;
import dev.engine.domain.account.Switching;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** {@link Accounts} in SQLite. */
final class JooqAccounts implements Accounts {

  private final JooqTransactions transactions;
  private final RandomGenerator random;
  private final JooqJournal journal;

  JooqAccounts(JooqTransactions transactions, RandomGenerator random, JooqJournal journal) {
    this.transactions = transactions;
    this.random = random;
    this.journal = journal;
  }

  @Override
  public Adding add(Handle handle, String displayName, Capabilities capabilities, Instant at) {
    Account.requireName(displayName); // inside the step it would pass for a damaged row
    return transactions.write(
        db ->
            find(db, handle)
                .<Adding>map(Adding.HandleTaken::new)
                .orElseGet(
                    () -> new Adding.Added(insert(db, handle, displayName, capabilities, at))));
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return transactions.read(db -> find(db, id));
  }

  @Override
  public Switching put(AccountId id, Use use, Instant at) {
    return transactions.write(
        db -> {
          int switched =
              db.update(ACCOUNTS)
                  .set(ACCOUNTS.IS_ENABLED, flag(use))
                  .set(ACCOUNTS.UPDATED_AT, at)
                  .where(ACCOUNTS.ID.eq(id))
                  .and(ACCOUNTS.IS_ENABLED.ne(flag(use)))
                  .execute();
          return find(db, id)
              .map(account -> switched == 1 ? told(db, account) : new Switching.AsBefore(account))
              .orElseGet(() -> new Switching.NoSuchAccount(id));
        });
  }

  @Override
  public Amending amend(AccountId id, Amendment amendment, Instant at) {
    return transactions.write(
        db ->
            find(db, id)
                .<Amending>map(
                    stored ->
                        new Amending.Amended(changed(db, stored, stored.amended(amendment, at))))
                .orElseGet(() -> new Amending.NoSuchAccount(id)));
  }

  @Override
  public Removal remove(AccountId id, Instant at) {
    return transactions.write(
        db ->
            find(db, id)
                .<Removal>map(stored -> new Removal.Removed(removed(db, stored, at)))
                .orElseGet(() -> new Removal.NoSuchAccount(id)));
  }

  @Override
  public Listed<Account> list(Page page) {
    Condition fromHere = ORDER.start(page).map(JooqAccounts::isAfter).orElseGet(DSL::noCondition);
    return transactions.read(
        db ->
            ORDER.listed(
                db.selectFrom(ACCOUNTS)
                    .where(fromHere)
                    .orderBy(ACCOUNTS.PROVIDER, ACCOUNTS.KIND, ACCOUNTS.ADDRESS)
                    .limit(page.rowsToFind())
                    .fetch(JooqAccounts::account),
                page));
  }

  private static Condition isAfter(Handle place) {
    return DSL.row(ACCOUNTS.PROVIDER, ACCOUNTS.KIND, ACCOUNTS.ADDRESS)
        .gt(place.provider(), place.kind(), place.address());
  }

  private Account changed(DSLContext db, Account before, Account after) {
    db.update(ACCOUNTS)
        .set(ACCOUNTS.DISPLAY_NAME, after.displayName())
        .set(ACCOUNTS.CAPABILITIES, after.capabilities())
        .set(ACCOUNTS.UPDATED_AT, after.updatedAt())
        .where(ACCOUNTS.ID.eq(after.id()))
        .execute();
    journal.add(db, AccountEvents.amended(before, after));
    return after;
  }

  private Account removed(DSLContext db, Account stored, Instant at) {
    db.deleteFrom(ACCOUNTS).where(ACCOUNTS.ID.eq(stored.id())).execute();
    journal.add(db, AccountEvents.removed(stored, at));
    return stored;
  }

  private Switching told(DSLContext db, Account switched) {
    journal.add(db, AccountEvents.switched(switched));
    return new Switching.Switched(switched);
  }

  private static Optional<Account> find(DSLContext db, AccountId id) {
    return db.selectFrom(ACCOUNTS).where(ACCOUNTS.ID.eq(id)).fetchOptional(JooqAccounts::account);
  }

  private static Optional<Account> find(DSLContext db, Handle handle) {
    return db.selectFrom(ACCOUNTS)
        .where(ACCOUNTS.PROVIDER.eq(handle.provider()))
        .and(ACCOUNTS.KIND.eq(handle.kind()))
        .and(ACCOUNTS.ADDRESS.eq(handle.address()))
        .fetchOptional(JooqAccounts::account);
  }

  private Account insert(
      DSLContext db, Handle handle, String displayName, Capabilities capabilities, Instant at) {
    Account added;
    do {
      added = Account.added(AccountId.random(random), handle, displayName, capabilities, at);
    } while (!isInserted(db, added)); // its id was taken
    journal.add(db, AccountEvents.added(added));
    return added;
  }

  private static boolean isInserted(DSLContext db, Account added) {
    int inserted =
        db.insertInto(ACCOUNTS)
            .set(ACCOUNTS.ID, added.id())
            .set(ACCOUNTS.PROVIDER, added.handle().provider())
            .set(ACCOUNTS.KIND, added.handle().kind())
            .set(ACCOUNTS.ADDRESS, added.handle().address())
            .set(ACCOUNTS.DISPLAY_NAME, added.displayName())
            .set(ACCOUNTS.IS_ENABLED, flag(added.use()))
            .set(ACCOUNTS.CAPABILITIES, added.capabilities())
            .set(ACCOUNTS.CREATED_AT, added.createdAt())
            .set(ACCOUNTS.UPDATED_AT, added.updatedAt())
            .onConflict(ACCOUNTS.ID)
            .doNothing()
            .execute();
    return inserted == 1;
  }

  private static int flag(Use use) {
    return switch (use) {
      case ENABLED -> 1;
      case DISABLED -> 0;
    };
  }

  private static Account account(Record row) {
    return new Account(
        row.get(ACCOUNTS.ID),
        new Handle(row.get(ACCOUNTS.PROVIDER), row.get(ACCOUNTS.KIND), row.get(ACCOUNTS.ADDRESS)),
        row.get(ACCOUNTS.DISPLAY_NAME),
        row.get(ACCOUNTS.IS_ENABLED) == 1 ? Use.ENABLED : Use.DISABLED,
        row.get(ACCOUNTS.CAPABILITIES),
        row.get(ACCOUNTS.CREATED_AT),
        row.get(ACCOUNTS.UPDATED_AT));
  }
}
