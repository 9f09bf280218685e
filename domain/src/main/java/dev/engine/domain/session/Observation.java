package dev.engine.domain.session;

import dev.engine.domain.hook.HookEventId;
import org.jspecify.annotations.Nullable;

/** What became of an event that was reported. */
public sealed interface Observation {

  /** The session that the event is of; null where this knows of none. */
  default @Nullable Session session() {
    return null;
  }

  /** The event was the first of its session, which is stored now. */
  record Admitted(Session session) implements Observation {}

  /** The event changed its session, which is given as it stands now. */
  record Applied(Session session) implements Observation {}

  /** The event came too late or told nothing new; its session is given as it is. */
  record Unchanged(Session session) implements Observation {}

  /** It was handled before, by this or another door. Nothing was changed. */
  record HandledBefore(HookEventId eventId) implements Observation {}

  /** No such session is stored. Nothing was changed; {@link Sessions#admit} is the next step. */
  record NotKnown(ClaudeSessionId claudeId) implements Observation {}
}
