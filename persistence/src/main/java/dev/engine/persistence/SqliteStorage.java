package dev.engine.persistence;

import dev.engine.domain.Storage;
import dev.engine.domain.account.Accounts;
import dev.engine.domain.contact.ContactViews;
import dev.engine.domain.contact.Contacts;
import dev.engine.domain.content.StagedContent;
import dev.engine.domain.conversation.Conversations;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
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

  SqliteStorage(Transactions transactions, RandomGenerator random) {
    this.transactions = transactions;
    this.random = random;
  }

  /**
   * Opens an existing database of this program's version.
   *
   * @param busyTimeout how long a step waits for another process's lock
   * @param random draws the ids of new rows
   * @throws StorageUnavailable if there is no such file or it cannot be opened now
   * @throws StorageRefused if it is damaged, not Engine's, or of another version
   */
  public static SqliteStorage open(Path file, Duration busyTimeout, RandomGenerator random) {
    return new SqliteStorage(new Transactions(file, Connections.open(file, busyTimeout)), random);
  }

  @Override
  public Sessions sessions() {
    return new SqliteSessions(transactions, random);
  }

  @Override
  public SessionViews sessionViews() {
    return new SqliteSessionViews(transactions);
  }

  @Override
  public Contacts contacts() {
    return new JooqContacts(new JooqTransactions(transactions), random);
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
    return new JooqNotifications(new JooqTransactions(transactions), random);
  }

  @Override
  public Missions missions() {
    return new JooqMissions(new JooqTransactions(transactions), random);
  }

  @Override
  public Pings pings() {
    return new JooqPings(new JooqTransactions(transactions), random);
  }

  @Override
  public ScheduledMissions scheduledMissions() {
    return new JooqScheduledMissions(new JooqTransactions(transactions), random);
  }

  @Override
  public Workers workers() {
    return new JooqWorkers(new JooqTransactions(transactions), random);
  }

  @Override
  public Priorities priorities() {
    return new JooqPriorities(new JooqTransactions(transactions), random);
  }

  @Override
  public StagedContent stagedContent() {
    return new JooqStagedContent(new JooqTransactions(transactions), random);
  }

  @Override
  public Accounts accounts() {
    return new JooqAccounts(new JooqTransactions(transactions), random);
  }

  /** Gives the file back. */
  @Override
  public void close() {
    transactions.close();
  }
}
