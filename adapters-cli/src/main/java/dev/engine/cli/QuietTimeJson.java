package dev.engine.cli;

import dev.engine.domain.quiet.Quiet;
import dev.engine.domain.quiet.QuietTime;
import org.jspecify.annotations.Nullable;

/**
 * A quiet time on the wire.
 *
 * @param conversationId absent for the whole fleet
 * @param kind {@code daily} or {@code spell}
 * @param until of a spell, ISO-8601 in UTC; absent until it is ended
 * @param hours of daily hours, such as {@code 22:00-07:00}
 */
record QuietTimeJson(
    @Nullable String conversationId,
    String kind,
    @Nullable String until,
    @Nullable String hours,
    @Nullable String zone) {

  static QuietTimeJson of(QuietTime time) {
    String conversation = time.conversation() == null ? null : time.conversation().value();
    String kind = time.quiet().kind().wireName();
    return switch (time.quiet()) {
      case Quiet.Daily daily ->
          new QuietTimeJson(
              conversation, kind, null, daily.hours().toString(), daily.zone().getId());
      case Quiet.Spell spell ->
          new QuietTimeJson(
              conversation,
              kind,
              spell.until() == null ? null : spell.until().toString(),
              null,
              null);
    };
  }
}
