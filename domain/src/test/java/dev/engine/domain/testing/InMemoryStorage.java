package dev.engine.domain.testing;

import dev.engine.domain.Changes;
import dev.engine.domain.Storage;
import dev.engine.domain.account.Accounts;
import dev.engine.domain.account.InMemoryAccounts;
import dev.engine.domain.attention.AttentionMarks;
import dev.engine.domain.attention.InMemoryAttentionMarks;
import dev.engine.domain.briefing.InMemoryLookMarks;
import dev.engine.domain.briefing.LookMarks;
import dev.engine.domain.contact.ContactViews;
import dev.engine.domain.contact.Contacts;
import dev.engine.domain.contact.InMemoryContacts;
import dev.engine.domain.content.InMemoryStagedContent;
import dev.engine.domain.content.StagedContent;
import dev.engine.domain.context.ContextSamples;
import dev.engine.domain.context.InMemoryContextSamples;
import dev.engine.domain.conversation.Conversations;
import dev.engine.domain.conversation.InMemoryConversations;
import dev.engine.domain.fleet.FleetViews;
import dev.engine.domain.fleet.InMemoryFleetViews;
import dev.engine.domain.hook.Canaries;
import dev.engine.domain.hook.HookCalls;
import dev.engine.domain.hook.InMemoryCanaries;
import dev.engine.domain.hook.InMemoryHookCalls;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.journal.Journal;
import dev.engine.domain.mission.InMemoryMissionRuns;
import dev.engine.domain.mission.InMemoryMissions;
import dev.engine.domain.mission.InMemoryScheduledMissions;
import dev.engine.domain.mission.MissionRuns;
import dev.engine.domain.mission.Missions;
import dev.engine.domain.mission.ScheduledMissions;
import dev.engine.domain.notification.Deliveries;
import dev.engine.domain.notification.InMemoryDeliveries;
import dev.engine.domain.notification.InMemoryNotifications;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.ping.InMemoryPings;
import dev.engine.domain.ping.Pings;
import dev.engine.domain.priority.InMemoryPriorities;
import dev.engine.domain.priority.Priorities;
import dev.engine.domain.quiet.InMemoryQuietTimes;
import dev.engine.domain.quiet.QuietTimes;
import dev.engine.domain.request.IdempotentRequests;
import dev.engine.domain.request.InMemoryIdempotentRequests;
import dev.engine.domain.session.InMemorySessions;
import dev.engine.domain.session.SessionViews;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.toolcall.InMemoryToolCalls;
import dev.engine.domain.toolcall.ToolCalls;
import dev.engine.domain.worker.InMemoryWorkers;
import dev.engine.domain.worker.WorkerQueue;
import dev.engine.domain.worker.Workers;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A whole store of fakes, for the tests of everything above storage. */
public final class InMemoryStorage implements Storage {

  private final InMemoryJournal journal = new InMemoryJournal();
  private final InMemoryContacts contacts;
  private final InMemoryHookCalls hookCalls = new InMemoryHookCalls();
  private final InMemoryToolCalls toolCalls = new InMemoryToolCalls();
  private final InMemoryCanaries canaries = new InMemoryCanaries(journal);
  private final InMemoryIdempotentRequests idempotentRequests = new InMemoryIdempotentRequests();
  private final InMemorySessions sessions;
  private final InMemoryNotifications notifications;
  private final InMemoryContextSamples contextSamples;
  private final InMemoryScheduledMissions scheduledMissions;
  private final InMemoryMissions missions;
  private final InMemoryMissionRuns missionRuns;
  private final InMemoryPings pings;
  private final InMemoryDeliveries deliveries;
  private final InMemoryQuietTimes quietTimes;
  private final InMemoryWorkers workers;
  private final InMemoryPriorities priorities;
  private final InMemoryStagedContent stagedContent;
  private final InMemoryAccounts accounts;
  private final InMemoryAttentionMarks attentionMarks;
  private final InMemoryLookMarks lookMarks = new InMemoryLookMarks();

  /** Draws its ids from a fixed sequence, so that a failure repeats. */
  public InMemoryStorage() {
    this(new SplittableRandom(7));
  }

  public InMemoryStorage(RandomGenerator random) {
    this.contacts = new InMemoryContacts(random, journal);
    this.sessions = new InMemorySessions(random, journal, hookCalls, toolCalls);
    this.notifications = new InMemoryNotifications(random, journal);
    this.contextSamples = new InMemoryContextSamples(sessions, notifications, journal);
    this.scheduledMissions = new InMemoryScheduledMissions(random, journal);
    this.pings = new InMemoryPings(sessions, notifications, random, journal);
    this.workers = new InMemoryWorkers(sessions, notifications, pings, random, journal);
    this.pings.answeredTo(workers::answered);
    this.missions =
        new InMemoryMissions(scheduledMissions, workers, notifications, random, journal);
    this.workers.followedBy(missions::follow);
    this.missionRuns = new InMemoryMissionRuns(scheduledMissions, missions, workers, journal);
    this.quietTimes = new InMemoryQuietTimes(journal);
    this.deliveries =
        new InMemoryDeliveries(
            notifications, sessions, hookCalls, workers, pings, quietTimes, journal);
    this.priorities = new InMemoryPriorities(random, journal);
    this.stagedContent = new InMemoryStagedContent(random, notifications, journal);
    this.accounts = new InMemoryAccounts(random, journal);
    this.attentionMarks = new InMemoryAttentionMarks(journal);
  }

  @Override
  public Storage as(Actor actor) {
    return Acting.over(this, actor, journal);
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public ToolCalls toolCalls() {
    return toolCalls;
  }

  @Override
  public Sessions sessions() {
    return sessions;
  }

  @Override
  public SessionViews sessionViews() {
    return sessions;
  }

  @Override
  public Contacts contacts() {
    return contacts;
  }

  @Override
  public ContactViews contactViews() {
    return contacts;
  }

  @Override
  public Conversations conversations() {
    return new InMemoryConversations(sessions, notifications);
  }

  @Override
  public FleetViews fleetViews() {
    return new InMemoryFleetViews(this);
  }

  @Override
  public ContextSamples contextSamples() {
    return contextSamples;
  }

  @Override
  public Canaries canaries() {
    return canaries;
  }

  @Override
  public HookCalls hookCalls() {
    return hookCalls;
  }

  @Override
  public IdempotentRequests idempotentRequests() {
    return idempotentRequests;
  }

  @Override
  public Notifications notifications() {
    return notifications;
  }

  @Override
  public Deliveries deliveries() {
    return deliveries;
  }

  @Override
  public QuietTimes quietTimes() {
    return quietTimes;
  }

  @Override
  public Missions missions() {
    return missions;
  }

  @Override
  public MissionRuns missionRuns() {
    return missionRuns;
  }

  @Override
  public Pings pings() {
    return pings;
  }

  @Override
  public ScheduledMissions scheduledMissions() {
    return scheduledMissions;
  }

  @Override
  public Workers workers() {
    return workers;
  }

  @Override
  public WorkerQueue workerQueue() {
    return workers;
  }

  @Override
  public Priorities priorities() {
    return priorities;
  }

  @Override
  public StagedContent stagedContent() {
    return stagedContent;
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public AttentionMarks attentionMarks() {
    return attentionMarks;
  }

  @Override
  public LookMarks lookMarks() {
    return lookMarks;
  }

  @Override
  public Changes changes() {
    return new InMemoryChanges(journal);
  }
}
