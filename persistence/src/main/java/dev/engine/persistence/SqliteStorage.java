package dev.engine.persistence;

import dev.engine.domain.Changes;
import dev.engine.domain.Storage;
import dev.engine.domain.account.Accounts;
import dev.engine.domain.attention.AttentionMarks;
import dev.engine.domain.briefing.LookMarks;
import dev.engine.domain.contact.ContactViews;
import dev.engine.domain.contact.Contacts;
import dev.engine.domain.content.StagedContent;
import dev.engine.domain.context.ContextSamples;
import dev.engine.domain.conversation.Conversations;
import dev.engine.domain.database.BackupLedger;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.fleet.FleetViews;
import dev.engine.domain.hook.Canaries;
import dev.engine.domain.hook.HookCalls;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.journal.Journal;
import dev.engine.domain.mission.MissionRuns;
import dev.engine.domain.mission.Missions;
import dev.engine.domain.mission.ScheduledMissions;
import dev.engine.domain.notification.Deliveries;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.ping.Pings;
import dev.engine.domain.priority.Priorities;
import dev.engine.domain.quiet.QuietTimes;
import dev.engine.domain.request.IdempotentRequests;
import dev.engine.domain.session.SessionViews;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.toolcall.ToolCalls;
import dev.engine.domain.worker.WorkerQueue;
import dev.engine.domain.worker.Workers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The engine's store in one SQLite file.
 *
 * <p>Safe for use by several threads and by several processes, which take turns to write. jOOQ is
 * loaded only when a port that is written in it is asked for: a hook needs none of them.
 */
public final class SqliteStorage implements Storage, AutoCloseable {

  private final OpenDatabase database;
  private final RandomGenerator random;
  private final JournalRows journal;

  SqliteStorage(OpenDatabase database, RandomGenerator random, Actor actor) {
    this.database = database;
    this.random = random;
    this.journal = new JournalRows(actor);
  }

  /**
   * Opens an existing database of this program's version, to do a few things on the caller's own
   * thread. Threads take turns. Until {@link #as} says otherwise, what is done is done by the
   * engine itself.
   *
   * @param busyTimeout how long a step waits for another process's lock
   * @param random draws the ids of new rows
   * @throws StorageUnavailable if there is no such file or it cannot be opened now
   * @throws StorageRefused if it is damaged, not Engine's, or of another version
   */
  public static SqliteStorage open(Path file, Duration busyTimeout, RandomGenerator random) {
    return new SqliteStorage(OpenDatabase.direct(file, busyTimeout), random, Actor.ENGINE);
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
    return new SqliteStorage(OpenDatabase.serving(file, patience, serving), random, Actor.ENGINE);
  }

  /** Shares this store's file; there is nothing to close. */
  @Override
  public Storage as(Actor actor) {
    return new SqliteStorage(database, random, actor);
  }

  @Override
  public Journal journal() {
    return new SqliteJournal(transactions());
  }

  @Override
  public Sessions sessions() {
    return new SqliteSessions(transactions(), random, journal);
  }

  @Override
  public SessionViews sessionViews() {
    return new SqliteSessionViews(transactions());
  }

  @Override
  public Contacts contacts() {
    return new JooqContacts(jooq(), random, jooqJournal());
  }

  @Override
  public ContactViews contactViews() {
    return new JooqContactViews(jooq());
  }

  @Override
  public Conversations conversations() {
    return new SqliteConversations(transactions());
  }

  @Override
  public Notifications notifications() {
    return new SqliteNotifications(transactions(), random, journal);
  }

  @Override
  public Deliveries deliveries() {
    return new SqliteDeliveries(transactions(), journal);
  }

  @Override
  public ContextSamples contextSamples() {
    return new SqliteContextSamples(transactions(), random, journal);
  }

  @Override
  public QuietTimes quietTimes() {
    return new SqliteQuietTimes(transactions(), journal);
  }

  @Override
  public HookCalls hookCalls() {
    return new SqliteHookCalls(transactions());
  }

  @Override
  public FleetViews fleetViews() {
    return new SqliteFleetViews(transactions());
  }

  @Override
  public ToolCalls toolCalls() {
    return new SqliteToolCalls(transactions());
  }

  @Override
  public Canaries canaries() {
    return new SqliteCanaries(transactions(), journal);
  }

  @Override
  public Missions missions() {
    return new JooqMissions(jooq(), random, jooqJournal());
  }

  @Override
  public MissionRuns missionRuns() {
    WorkerSteps workers = new WorkerSteps(random, jooqJournal());
    return new JooqMissionRuns(jooq(), workers, random, jooqJournal());
  }

  @Override
  public Pings pings() {
    return new JooqPings(jooq(), random, jooqJournal());
  }

  @Override
  public ScheduledMissions scheduledMissions() {
    return new JooqScheduledMissions(jooq(), random, jooqJournal());
  }

  @Override
  public Workers workers() {
    return new JooqWorkers(jooq(), random, jooqJournal());
  }

  @Override
  public WorkerQueue workerQueue() {
    return new JooqWorkerQueue(jooq(), random, jooqJournal());
  }

  @Override
  public Priorities priorities() {
    return new JooqPriorities(jooq(), random, jooqJournal());
  }

  @Override
  public StagedContent stagedContent() {
    return new JooqStagedContent(jooq(), random, jooqJournal());
  }

  @Override
  public Accounts accounts() {
    return new JooqAccounts(jooq(), random, jooqJournal());
  }

  @Override
  public IdempotentRequests idempotentRequests() {
    return new JooqIdempotentRequests(jooq());
  }

  @Override
  public AttentionMarks attentionMarks() {
    return new JooqAttentionMarks(jooq(), jooqJournal());
  }

  @Override
  public BackupLedger backupLedger() {
    return new SqliteBackupLedger(transactions(), journal);
  }

  @Override
  public LookMarks lookMarks() {
    return new JooqLookMarks(jooq());
  }

  /**
   * Writes what is in the file already, and reads it back, by the way that every step takes.
   *
   * @throws StorageUnavailable if that fails now
   * @throws StorageRefused if what is read is not what was written, or a newer Engine has brought
   *     the file to its own version meanwhile
   */
  public void probe() {
    transactions().write(database::rewriteVersion);
    int read = transactions().read(connection -> Connections.header(connection, "user_version"));
    if (read != SchemaVersion.CURRENT) {
      throw new StorageRefused(
          "the database gives back %d where %d was written".formatted(read, SchemaVersion.CURRENT));
    }
  }

  @Override
  public Changes changes() {
    return database.changes();
  }

  /** How many writes wait at this moment; 0 for a store that serves nobody. */
  public int waitingWrites() {
    return database.waitingWrites();
  }

  /**
   * Ends reads of a store that serves many which last longer than {@link ServingLimits} allows, so
   * that the log can be begun anew and others get the reader. Whoever waits for one gets {@link
   * StorageUnavailable}.
   *
   * @return those that were ended now
   */
  public List<EndedRead> endLongReads() {
    return database.endLongReads();
  }

  /** The size of the write-ahead log at this moment, in bytes; 0 if there is none. */
  public long walBytes() {
    return database.walBytes();
  }

  /**
   * Its continuous copy, to be made in another folder from when it is first asked to. It is to be
   * closed before this store is.
   *
   * @param folder one that is there, of this copy alone
   */
  public SqliteCopy copyTo(Path folder) {
    return database.copyTo(folder);
  }

  /**
   * Sees that what is committed goes where others find it: into the write-ahead log that is beside
   * the file. Where it does not, this store refuses to write from then on.
   *
   * @throws StorageRefused if the log was deleted or replaced while the store was open
   */
  public void requireLog() {
    database.log().look();
  }

  /**
   * Refuses to write from then on.
   *
   * @param reason what has happened to the files, as a sentence
   * @throws StorageRefused always
   */
  public void distrust(String reason) {
    database.log().lose(reason);
  }

  /** As {@link #distrust(String)}, because others would not find what is written. */
  public void distrust() {
    database.log().lose();
  }

  /** Accepts no more, does what was accepted, and gives the file back. */
  @Override
  public void close() {
    database.close();
  }

  private Transactions transactions() {
    return database.transactions();
  }

  private JooqTransactions jooq() {
    return database.jooq();
  }

  private JooqJournal jooqJournal() {
    return new JooqJournal(journal);
  }
}
