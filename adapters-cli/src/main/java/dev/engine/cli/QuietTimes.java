package dev.engine.cli;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.quiet.Quiet;
import org.jspecify.annotations.Nullable;

/** Quiet times as people read them. */
final class QuietTimes {

  private QuietTimes() {}

  static String whom(@Nullable ConversationId conversation) {
    return conversation == null ? "the fleet" : conversation.value();
  }

  static String when(Quiet quiet) {
    return switch (quiet) {
      case Quiet.Daily daily -> "%s every day (%s)".formatted(daily.hours(), daily.zone());
      case Quiet.Spell spell -> spell.until() == null ? "until dnd off" : "until " + spell.until();
    };
  }
}
