package dev.engine.services.health;

import dev.engine.domain.Storage;
import dev.engine.domain.hook.HookLoad;
import dev.engine.services.HomeState;
import dev.engine.services.Remembered;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Looking at how a running engine fares. Safe for several threads. */
public final class EngineHealth {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** A large fleet makes a hundred thousand calls a day, and they are counted one by one. */
  private static final Duration DAY_LASTS = Duration.ofMinutes(1);

  private final Storage storage;
  private final HomeState home;
  private final Vitals vitals;
  private final InstantSource clock;
  private final Supplier<HookLoad> lastDay;

  public EngineHealth(Storage storage, HomeState home, Vitals vitals, InstantSource clock) {
    this.storage = storage;
    this.home = home;
    this.vitals = vitals;
    this.clock = clock;
    this.lastDay = new Remembered<>(() -> load(DAY), DAY_LASTS, clock);
  }

  /** How it fares now. */
  public Health now() {
    return new Health(
        clock.instant(),
        vitals.engine(),
        new Health.Store(home.database().get(), vitals.room().get(), storage.journal().head()),
        new Health.Hooks(load(HOUR), lastDay.get(), home.backlog().get()),
        storage.canaries().last().orElse(null),
        vitals.backups().get(),
        vitals.copy().get(),
        vitals.loops().get());
  }

  private HookLoad load(Duration span) {
    Instant since = clock.instant().minus(span);
    return new HookLoad(since, storage.hookCalls().tally(since));
  }
}
