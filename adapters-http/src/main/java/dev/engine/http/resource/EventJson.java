package dev.engine.http.resource;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.EventKind;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.session.SessionId;
import dev.engine.http.json.Description;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event on the wire; what it is not about is absent. */
record EventJson(
    @Description("where it stands in the order of all events, from 1, with gaps") long position,
    Instant at,
    EventKind kind,
    @Nullable ConversationId conversationId,
    @Nullable SessionId sessionId,
    @Description("what kind of thing it happened to, where that is no session")
        Subject.@Nullable Kind entityKind,
    @Nullable String entityId,
    Actor actor,
    @Description("its names depend on the kind") Facts data) {

  static EventJson of(Event event) {
    Happening happening = event.happening();
    Subject subject = happening.subject();
    return new EventJson(
        event.position(),
        happening.at(),
        event.kind(),
        happening.conversation(),
        happening.session(),
        subject == null ? null : subject.kind(),
        subject == null ? null : subject.id(),
        event.actor(),
        happening.facts());
  }
}
