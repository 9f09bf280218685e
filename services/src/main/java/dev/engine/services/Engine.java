package dev.engine.services;

import dev.engine.domain.Storage;
import dev.engine.domain.hook.HookBacklog;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The engine's services over one store: all that a driving adapter is given. */
public final class Engine {

  private final AddressBook contacts;
  private final ContactExchange contactExchange;
  private final SessionLifecycle sessions;
  private final NotificationDelivery notifications;
  private final AttentionQueue attention;
  private final MissionBook missions;
  private final PingDesk pings;
  private final WorkerLedger workers;
  private final PriorityBoard priorities;
  private final Portal portal;
  private final AccountDirectory accounts;
  private final EventLog events;
  private final FlightRecorder hooks;
  private final ContextOutlook contexts;

  /** An engine that takes numbers without a country code for those of no country. */
  public Engine(Storage storage, InstantSource clock, RandomGenerator random) {
    this(storage, clock, random, PhoneRegion.NONE);
  }

  /** An engine of which nobody knows what its hooks have left behind. */
  public Engine(
      Storage storage, InstantSource clock, RandomGenerator random, PhoneRegion phoneRegion) {
    this(storage, clock, random, phoneRegion, () -> HookBacklog.NONE);
  }

  /**
   * @param backlog what hooks have left behind in this engine's home
   */
  public Engine(
      Storage storage,
      InstantSource clock,
      RandomGenerator random,
      PhoneRegion phoneRegion,
      Supplier<HookBacklog> backlog) {
    ContactMatching matching = new ContactMatching(phoneRegion);
    this.contacts = new AddressBook(storage.contacts(), storage.contactViews(), matching, clock);
    this.contactExchange =
        new ContactExchange(storage.contacts(), storage.contactViews(), matching, clock);
    this.sessions =
        new SessionLifecycle(
            storage.sessions(), storage.sessionViews(), storage.conversations(), clock);
    this.notifications = new NotificationDelivery(storage.notifications(), clock, random);
    this.attention = new AttentionQueue(storage, backlog, clock);
    this.hooks = new FlightRecorder(storage.hookCalls(), backlog);
    this.contexts = new ContextOutlook(storage.contextSamples());
    this.missions = new MissionBook(storage.scheduledMissions(), storage.missions(), clock);
    this.pings = new PingDesk(storage.pings(), storage.sessions(), clock);
    this.workers = new WorkerLedger(storage.workers(), storage.sessions(), clock);
    this.priorities = new PriorityBoard(storage.priorities(), clock);
    this.portal = new Portal(storage.stagedContent(), storage.sessions(), clock);
    this.accounts = new AccountDirectory(storage.accounts(), clock);
    this.events = new EventLog(storage.journal(), clock);
  }

  public AddressBook contacts() {
    return contacts;
  }

  public ContactExchange contactExchange() {
    return contactExchange;
  }

  public SessionLifecycle sessions() {
    return sessions;
  }

  public NotificationDelivery notifications() {
    return notifications;
  }

  public AttentionQueue attention() {
    return attention;
  }

  public MissionBook missions() {
    return missions;
  }

  public PingDesk pings() {
    return pings;
  }

  public WorkerLedger workers() {
    return workers;
  }

  public PriorityBoard priorities() {
    return priorities;
  }

  public Portal portal() {
    return portal;
  }

  public AccountDirectory accounts() {
    return accounts;
  }

  public EventLog events() {
    return events;
  }

  public FlightRecorder hooks() {
    return hooks;
  }

  public ContextOutlook contexts() {
    return contexts;
  }
}
