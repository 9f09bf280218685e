package dev.engine.app;

import dev.engine.domain.host.Screens;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.journal.Actor;
import dev.engine.hooks.WaitingHooks;
import dev.engine.host.AskedClaude;
import dev.engine.host.HostLifeSigns;
import dev.engine.host.ProcProcesses;
import dev.engine.host.ProcessPrograms;
import dev.engine.host.ScreenProbe;
import dev.engine.host.TmuxPanes;
import dev.engine.host.TmuxPrompts;
import dev.engine.host.TmuxScreens;
import dev.engine.host.TranscriptProbe;
import dev.engine.persistence.SqliteStorage;
import dev.engine.services.Engine;
import dev.engine.services.calendar.SlotCalendar;
import dev.engine.services.loop.ContextWatch;
import dev.engine.services.loop.IdlePrompts;
import dev.engine.services.loop.Liveness;
import dev.engine.services.loop.Loop;
import dev.engine.services.loop.Loop.Rest;
import dev.engine.services.loop.MissionClock;
import dev.engine.services.loop.Reconciliation;
import dev.engine.services.loop.Retention;
import dev.engine.services.loop.Settlement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What an engine does for its fleet by itself, again and again. */
final class FleetCare {

  /** A session whose process is gone is to be known for lost within 30 s, and takes two rounds. */
  private static final Duration LIVENESS_INTERVAL = Duration.ofSeconds(10);

  /** A context fills by a few percent in this, at most. */
  private static final Duration CONTEXT_INTERVAL = Duration.ofSeconds(30);

  /** Nobody looks forward to a prompt by the second, and each session costs a process or two. */
  private static final Duration PROMPTING = Duration.ofSeconds(5);

  /** A mission is to run within a second of its slot; a round without one costs next to nothing. */
  private static final Duration MISSION_INTERVAL = Duration.ofMillis(800);

  private final HomeFolder home;
  private final SqliteStorage storage;
  private final Settings settings;
  private final InstantSource clock;
  private final RandomGenerator random;

  FleetCare(
      HomeFolder home,
      SqliteStorage storage,
      Settings settings,
      InstantSource clock,
      RandomGenerator random) {
    this.home = home;
    this.storage = storage;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Each of its loops.
   *
   * @param waiting knows which sessions a hook waits beside: nobody types into their panes
   */
  List<Loop> loops(WaitingHooks waiting) {
    List<Loop> all = new ArrayList<>();
    all.add(new Loop("liveness", LIVENESS_INTERVAL, liveness()));
    all.add(new Loop("reconciliation", Duration.ofMinutes(5), reconciliation()));
    all.add(new Loop("contexts", CONTEXT_INTERVAL, contextWatch()));
    all.add(new Loop("settlement", Duration.ofSeconds(10), new Settlement(storage, clock)));
    all.add(new Loop("missions", MISSION_INTERVAL, Loop.SHORT_REST, missionClock()));
    all.add(new Loop("contact-keys", Duration.ofDays(1), this::renewContactKeys));
    all.add(
        new Loop(
            "retention", Duration.ofHours(1), new Retention(storage, settings.retention(), clock)));
    if (settings.wakesByPaste()) {
      all.add(new Loop("idle-prompts", PROMPTING, idlePrompts(waiting)));
    }
    return List.copyOf(all);
  }

  private Liveness liveness() {
    TmuxPanes panes = new TmuxPanes(new ProcessPrograms());
    return new Liveness(
        storage.as(Actor.ENGINE), new HostLifeSigns(new ProcProcesses(), panes), clock);
  }

  private Reconciliation reconciliation() {
    return new Reconciliation(
        storage.as(Actor.ENGINE), new AskedClaude(new ProcessPrograms()), clock);
  }

  private MissionClock missionClock() {
    return new MissionClock(storage.as(Actor.ENGINE), new SlotCalendar(), home.outputs(), clock);
  }

  private ContextWatch contextWatch() {
    Screens screens = new TmuxScreens(new ProcessPrograms(), new ProcProcesses());
    return new ContextWatch(
        storage, List.of(new TranscriptProbe(), new ScreenProbe(screens, clock)), clock);
  }

  private IdlePrompts idlePrompts(WaitingHooks waiting) {
    return new IdlePrompts(
        storage,
        new TmuxPrompts(new ProcProcesses(), new ThreadPauses()),
        waiting::isAwaited,
        clock,
        random);
  }

  /** The country of telephone numbers may have been set to another since the last start. */
  private Rest renewContactKeys() {
    new Engine(storage, clock, random, settings.phoneRegion()).contacts().renewKeys();
    return Rest.NOTHING_LEFT;
  }
}
