package dev.engine.wire;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.quiet.Hours;
import dev.engine.domain.quiet.Quiet;
import dev.engine.domain.quiet.QuietTime;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A quiet time on the wire. */
public record QuietTimeJson(
    @Description("absent for the whole fleet") @Nullable ConversationId conversationId,
    Quiet.Kind kind,
    @Description("of a spell; absent until it is ended") @Nullable Instant until,
    @Description("of daily ones") @Nullable Hours hours,
    @Description("of daily ones") @Nullable ZoneId zone) {

  public static QuietTimeJson of(QuietTime time) {
    Quiet.Kind kind = time.quiet().kind();
    return switch (time.quiet()) {
      case Quiet.Daily daily ->
          new QuietTimeJson(time.conversation(), kind, null, daily.hours(), daily.zone());
      case Quiet.Spell spell ->
          new QuietTimeJson(time.conversation(), kind, spell.until(), null, null);
    };
  }
}
