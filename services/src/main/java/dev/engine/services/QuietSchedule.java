package dev.engine.services;

import dev.engine.domain.TimeSpan;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.quiet.Hours;
import dev.engine.domain.quiet.Quiet;
import dev.engine.domain.quiet.QuietTime;
import dev.engine.domain.quiet.QuietTimes;
import dev.engine.domain.quiet.WallTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * When sessions that do nothing are left alone. Each method is about one conversation, or about the
 * whole fleet if that is null.
 */
public final class QuietSchedule {

  private final QuietTimes times;
  private final InstantSource clock;
  private final Supplier<ZoneId> zone;

  /**
   * @param zone in which a person means what they say of the time of day
   */
  public QuietSchedule(QuietTimes times, InstantSource clock, Supplier<ZoneId> zone) {
    this.times = times;
    this.clock = clock;
    this.zone = zone;
  }

  /** Those that hold or will: of the fleet first, then by conversation. */
  public List<QuietTime> list() {
    Instant now = clock.instant();
    return times.list().stream().filter(time -> !time.quiet().isOverAt(now)).toList();
  }

  /** Quiet from now on, until {@link #end}. */
  public QuietTime begin(@Nullable ConversationId conversation) {
    return spell(conversation, null);
  }

  /** Quiet for {@code length}. */
  public QuietTime begin(@Nullable ConversationId conversation, TimeSpan length) {
    return spell(conversation, clock.instant().plus(length.length()));
  }

  /** Quiet until {@code end}. */
  public QuietTime begin(@Nullable ConversationId conversation, WallTime end) {
    return spell(conversation, end.after(clock.instant(), zone.get()));
  }

  /** Quiet at {@code hours} of every day. */
  public QuietTime daily(@Nullable ConversationId conversation, Hours hours) {
    return set(new QuietTime(conversation, new Quiet.Daily(hours, zone.get())));
  }

  /**
   * Not quiet any more, neither now nor at any hours.
   *
   * @return what was taken away
   */
  public List<QuietTime> end(@Nullable ConversationId conversation) {
    return times.clear(conversation, clock.instant());
  }

  private QuietTime spell(@Nullable ConversationId conversation, @Nullable Instant until) {
    Instant stored = until == null ? null : until.truncatedTo(ChronoUnit.MILLIS);
    return set(new QuietTime(conversation, new Quiet.Spell(stored)));
  }

  private QuietTime set(QuietTime time) {
    times.set(time, clock.instant());
    return time;
  }
}
