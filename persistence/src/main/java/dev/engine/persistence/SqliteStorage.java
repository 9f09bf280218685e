package dev.engine.persistence;

import dev.engine.domain.Changes;
import dev.engine.domain.Storage;
import dev.engine.domain.account.Accounts;
import dev.engine.domain.contact.ContactViews;
import dev.engine.domain.contact.Contacts;
import dev.engine.domain.content.StagedContent;
import dev.engine.domain.conversation.Conversations;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.hook.HookCalls;
import dev.engine.domain.mission.Missions;
import dev.engine.domain.mission.ScheduledMissions;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.ping.Pings;
import dev.engine.domain.priority.Priorities;
import dev.engine.domain.request.IdempotentRequests;
import dev.engine.domain.session.SessionViews;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.worker.Workers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The engine's store in one SQLite file.
 *
 * <p>Safe for use by several threads and by several processes, which take turns to write. jOOQ is
 * loaded only when a port that is written in it is asked for: a hook needs none of them.
 */
public final class SqliteStorage implements Storage, AutoCloseable {

  private final Path file;
  private final Duration patience;
  private final Transactions transactions;
  private final IntSupplier waitingWrites;
  private final RandomGenerator random;
  private @Nullable JooqTransactions jooq;
  private @Nullable DataVersion changes;

  private SqliteStorage(
      Path file,
      Duration patience,
      Transactions transactions,
      IntSupplier waitingWrites,
      RandomGenerator random) {
    this.file = file;
    this.patience = patience;
    this.transactions = transactions;
    this.waitingWrites = waitingWrites;
    this.random = random;
  }

  /**
   * Opens an existing database of this program's version, to do a few things on the caller's own
   * thread. Threads take turns.
   *
   * @param busyTimeout how long a step waits for another process's lock
   * @param random draws the ids of new rows
   * @throws StorageUnavailable if there is no such file or it cannot be opened now
   * @throws StorageRefused if it is damaged, not Engine's, or of another version
   */
  public static SqliteStorage open(Path file, Duration busyTimeout, RandomGenerator random) {
    Transactions direct =
        DirectTransactions.shared(file, Connections.open(file, busyTimeout), busyTimeout);
    return new SqliteStorage(file, busyTimeout, direct, () -> 0, random);
  }

  /**
   * Opens an existing database of this program's version, to serve many callers at once: what they
   * write at the same time becomes durable together, and a few threads read. Callers may be virtual
   * threads. A step that comes when too many wait already is refused at once with {@link
   * StorageUnavailable}. An interrupt does not end a step: it is done once, and its result
   * returned.
   *
   * @param patience how long a step waits for another process's lock
   * @param random draws the ids of new rows; used by one thread at a time
   * @throws StorageUnavailable if there is no such file or it cannot be opened now
   * @throws StorageRefused if it is damaged, not Engine's, or of another version
   */
  public static SqliteStorage serve(
      Path file, Duration patience, RandomGenerator random, Serving serving) {
    ServingTransactions many = ServingTransactions.open(file, patience, serving);
    return new SqliteStorage(file, patience, many, many::waitingWrites, random);
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
    return new JooqContacts(jooq(), random);
  }

  @Override
  public ContactViews contactViews() {
    return new JooqContactViews(jooq());
  }

  @Override
  public Conversations conversations() {
    return new SqliteConversations(transactions);
  }

  @Override
  public Notifications notifications() {
    return new JooqNotifications(jooq(), random);
  }

  @Override
  public HookCalls hookCalls() {
    return new SqliteHookCalls(transactions);
  }

  @Override
  public Missions missions() {
    return new JooqMissions(jooq(), random);
  }

  @Override
  public Pings pings() {
    return new JooqPings(jooq(), random);
  }

  @Override
  public ScheduledMissions scheduledMissions() {
    return new JooqScheduledMissions(jooq(), random);
  }

  @Override
  public Workers workers() {
    return new JooqWorkers(jooq(), random);
  }

  @Override
  public Priorities priorities() {
    return new JooqPriorities(jooq(), random);
  }

  @Override
  public StagedContent stagedContent() {
    return new JooqStagedContent(jooq(), random);
  }

  @Override
  public Accounts accounts() {
    return new JooqAccounts(jooq(), random);
  }

  /** The replies to requests that bear a key, stored together with what those requests did. */
  public IdempotentRequests idempotentRequests() {
    return new JooqIdempotentRequests(jooq());
  }

  /**
   * Writes what is in the file already, and reads it back, by the way that every step takes.
   *
   * @throws StorageUnavailable if that fails now
   * @throws StorageRefused if what is read is not what was written
   */
  public void probe() {
    transactions.write(
        connection -> Sql.update(connection, "PRAGMA user_version = " + SchemaVersion.CURRENT));
    int read = transactions.read(connection -> Connections.header(connection, "user_version"));
    if (read != SchemaVersion.CURRENT) {
      throw new StorageRefused(
          "%s gives back %d where %d was written".formatted(file, read, SchemaVersion.CURRENT));
    }
  }

  @Override
  public synchronized Changes changes() {
    if (changes == null) {
      changes = DataVersion.open(file, patience);
    }
    return changes;
  }

  /** How many writes wait at this moment; 0 for a store that serves nobody. */
  public int waitingWrites() {
    return waitingWrites.getAsInt();
  }

  /** The size of the write-ahead log at this moment, in bytes; 0 if there is none. */
  public long walBytes() {
    return DatabaseFiles.walBytes(file);
  }

  /** Accepts no more, does what was accepted, and gives the file back. */
  @Override
  public synchronized void close() {
    if (changes != null) {
      changes.close();
    }
    transactions.close();
  }

  /** The one of all ports, for it keeps what jOOQ makes for a connection. */
  private synchronized JooqTransactions jooq() {
    if (jooq == null) {
      jooq = new JooqTransactions(transactions);
    }
    return jooq;
  }
}
