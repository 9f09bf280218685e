package dev.engine.persistence;

import dev.engine.domain.Storage;
import dev.engine.domain.account.Accounts;
import dev.engine.domain.contact.ContactViews;
import dev.engine.domain.contact.Contacts;
import dev.engine.domain.content.StagedContent;
import dev.engine.domain.conversation.Conversations;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.hook.HookCalls;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.journal.Journal;
import dev.engine.domain.mission.Missions;
import dev.engine.domain.mission.ScheduledMissions;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.ping.Pings;
import dev.engine.domain.priority.Priorities;
import dev.engine.domain.session.SessionViews;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.worker.Workers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The engine's store in one SQLite file.
 *
 * <p>Safe for use by several threads, which take turns, and by several processes. jOOQ is loaded
 * only when a port that is written in it is asked for: a hook needs none of them.
 */
public final class SqliteStorage implements Storage, AutoCloseable {

  private final Transactions transactions;
  private final RandomGenerator random;
  private final JournalRows journal;

  private SqliteStorage(Transactions transactions, RandomGenerator random, Actor actor) {
    this.transactions = transactions;
    this.random = random;
    this.journal = new JournalRows(actor);
  }

  /**
   * Opens an existing database of this program's version. Until {@link #as} says otherwise, what is
   * done is done by the engine itself.
   *
   * @param busyTimeout how long a step waits for another process's lock
   * @param random draws the ids of new rows
   * @throws StorageUnavailable if there is no such file or it cannot be opened now
   * @throws StorageRefused if it is damaged, not Engine's, or of another version
   */
  public static SqliteStorage open(Path file, Duration busyTimeout, RandomGenerator random) {
    return new SqliteStorage(
        new Transactions(file, Connections.open(file, busyTimeout)), random, Actor.ENGINE);
  }

  /** Shares this store's file; there is nothing to close. */
  @Override
  public Storage as(Actor actor) {
    return new SqliteStorage(transactions, random, actor);
  }

  @Override
  public Journal journal() {
    return new SqliteJournal(transactions);
  }

  @Override
  public Sessions sessions() {
    return new SqliteSessions(transactions, random, journal);
  }

  @Override
  public SessionViews sessionViews() {
    return new SqliteSessionViews(transactions);
  }

  @Override
  public Contacts contacts() {
    return new JooqContacts(new JooqTransactions(transactions), random, jooqJournal());
  }

  @Override
  public ContactViews contactViews() {
    return new JooqContactViews(new JooqTransactions(transactions));
  }

  @Override
  public Conversations conversations() {
    return new SqliteConversations(transactions);
  }

  @Override
  public Notifications notifications() {
    return new JooqNotifications(new JooqTransactions(transactions), random, jooqJournal());
  }

  @Override
  public HookCalls hookCalls() {
    return new SqliteHookCalls(transactions);
  }

  @Override
  public Missions missions() {
    return new JooqMissions(new JooqTransactions(transactions), random, jooqJournal());
  }

  @Override
  public Pings pings() {
    return new JooqPings(new JooqTransactions(transactions), random, jooqJournal());
  }

  @Override
  public ScheduledMissions scheduledMissions() {
    return new JooqScheduledMissions(new JooqTransactions(transactions), random, jooqJournal());
  }

  @Override
  public Workers workers() {
    return new JooqWorkers(new JooqTransactions(transactions), random, jooqJournal());
  }

  @Override
  public Priorities priorities() {
    return new JooqPriorities(new JooqTransactions(transactions), random, jooqJournal());
  }

  @Override
  public StagedContent stagedContent() {
    return new JooqStagedContent(new JooqTransactions(transactions), random, jooqJournal());
  }

  @Override
  public Accounts accounts() {
    return new JooqAccounts(new JooqTransactions(transactions), random, jooqJournal());
  }

  /** Gives the file back. */
  @Override
  public void close() {
    transactions.close();
  }

  /** Here and not in the constructor: a hook must not load jOOQ. */
  private JooqJournal jooqJournal() {
    return new JooqJournal(journal);
  }
}
