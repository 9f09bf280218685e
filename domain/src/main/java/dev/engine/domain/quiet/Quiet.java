package dev.engine.domain.quiet;

import dev.engine.domain.id.WireName;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** From when to when it is quiet. */
public sealed interface Quiet {

  /** Whether it is quiet at {@code time}. */
  boolean covers(Instant time);

  /** Whether it will not be quiet any more from {@code time} on. */
  boolean isOverAt(Instant time);

  Kind kind();

  /** What a scope can have one of each. */
  enum Kind implements WireName {
    /** At the same hours of every day. */
    DAILY("daily"),
    /** Once, from now on. */
    SPELL("spell");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    @Override
    public String wireName() {
      return wireName;
    }

    @Override
    public String toString() {
      return wireName;
    }
  }

  /**
   * Once.
   *
   * @param until to the millisecond; null until somebody ends it
   */
  record Spell(@Nullable Instant until) implements Quiet {
    @Override
    public boolean covers(Instant time) {
      return !isOverAt(time);
    }

    @Override
    public boolean isOverAt(Instant time) {
      return until != null && !until.isAfter(time);
    }

    @Override
    public Kind kind() {
      return Kind.SPELL;
    }
  }

  /**
   * Every day, by the clock on the wall: where that is put forward or back, these hours are shorter
   * or longer.
   */
  record Daily(Hours hours, ZoneId zone) implements Quiet {

    @Override
    public boolean covers(Instant time) {
      return hours.cover(LocalTime.ofInstant(time, zone));
    }

    @Override
    public boolean isOverAt(Instant time) {
      return false;
    }

    @Override
    public Kind kind() {
      return Kind.DAILY;
    }
  }
}
