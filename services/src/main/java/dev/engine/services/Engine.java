package dev.engine.services;

import dev.engine.domain.Storage;
import dev.engine.domain.host.Pauses;
import dev.engine.services.attention.AttentionQueue;
import dev.engine.services.briefing.Briefing;
import dev.engine.services.calendar.SlotCalendar;
import dev.engine.services.contact.AddressBook;
import dev.engine.services.contact.ContactExchange;
import dev.engine.services.contact.PhoneRegion;
import dev.engine.services.why.Why;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The engine's services over one store: all that a driving adapter is given.
 *
 * <p>A service is made whenever it is asked for; it keeps nothing but its parts. A command needs
 * one or two of them, and what the others are made of would take longer to load than the command
 * runs.
 */
public final class Engine {

  private final Storage storage;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final PhoneRegion phoneRegion;
  private final HomeState home;
  private final Supplier<ZoneId> zone;

  /** An engine that takes numbers without a country code for those of no country. */
  public Engine(Storage storage, InstantSource clock, RandomGenerator random) {
    this(storage, clock, random, PhoneRegion.NONE);
  }

  /** An engine of which nobody knows what its home has besides the store. */
  public Engine(
      Storage storage, InstantSource clock, RandomGenerator random, PhoneRegion phoneRegion) {
    this(storage, clock, random, phoneRegion, HomeState.UNKNOWN);
  }

  /** An engine over the store of one home. */
  public Engine(
      Storage storage,
      InstantSource clock,
      RandomGenerator random,
      PhoneRegion phoneRegion,
      HomeState home) {
    this(storage, clock, random, phoneRegion, home, () -> ZoneOffset.UTC);
  }

  private Engine(
      Storage storage,
      InstantSource clock,
      RandomGenerator random,
      PhoneRegion phoneRegion,
      HomeState home,
      Supplier<ZoneId> zone) {
    this.storage = storage;
    this.clock = clock;
    this.random = random;
    this.phoneRegion = phoneRegion;
    this.home = home;
    this.zone = zone;
  }

  /** The same engine, for a person in {@code zone}; without this it is UTC. */
  public Engine in(Supplier<ZoneId> other) {
    return new Engine(storage, clock, random, phoneRegion, home, other);
  }

  /** The zone of the person. */
  public ZoneId zone() {
    return zone.get();
  }

  public AddressBook contacts() {
    return new AddressBook(storage.contacts(), storage.contactViews(), phoneRegion, clock);
  }

  public ContactExchange contactExchange() {
    return new ContactExchange(storage.contacts(), storage.contactViews(), phoneRegion, clock);
  }

  public SessionLifecycle sessions() {
    return new SessionLifecycle(
        storage.sessions(), storage.sessionViews(), storage.conversations(), clock);
  }

  public NotificationDelivery notifications() {
    return new NotificationDelivery(storage.notifications(), clock, random);
  }

  public QuietSchedule quiet() {
    return new QuietSchedule(storage.quietTimes(), clock, zone);
  }

  public AttentionQueue attention() {
    return new AttentionQueue(storage, home, clock);
  }

  public Why why() {
    return new Why(storage, clock);
  }

  public Briefing briefing() {
    return new Briefing(storage, clock);
  }

  public MissionBook missions() {
    return new MissionBook(storage, new SlotCalendar(), clock);
  }

  public PingDesk pings() {
    return new PingDesk(storage.pings(), storage.sessions(), clock);
  }

  public WorkerLedger workers() {
    return new WorkerLedger(storage.workers(), storage.workerQueue(), storage.sessions(), clock);
  }

  public WorkerLogDesk workerLogs() {
    return new WorkerLogDesk(storage.workers(), storage.workerQueue(), home.logs());
  }

  public PriorityBoard priorities() {
    return new PriorityBoard(storage.priorities(), clock);
  }

  public Portal portal() {
    return new Portal(storage.stagedContent(), storage.sessions(), clock);
  }

  public AccountDirectory accounts() {
    return new AccountDirectory(storage.accounts(), clock);
  }

  public CallerRecognition callers(Pauses pauses) {
    return new CallerRecognition(storage, pauses);
  }

  public EventLog events() {
    return new EventLog(storage.journal(), clock);
  }

  public FlightRecorder hooks() {
    return new FlightRecorder(storage.hookCalls(), home.backlog());
  }

  public SessionDisplay display() {
    return new SessionDisplay(storage.sessions(), home.display());
  }

  public FleetBoard fleet() {
    return new FleetBoard(storage.fleetViews(), clock);
  }

  public ToolLog toolLog() {
    return new ToolLog(storage.toolCalls());
  }

  public ContextOutlook contexts() {
    return new ContextOutlook(storage.contextSamples());
  }
}
