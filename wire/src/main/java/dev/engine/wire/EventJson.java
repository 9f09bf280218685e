package dev.engine.wire;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.Facts;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import dev.engine.domain.session.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event on the wire; what it is not about is absent. */
public record EventJson(
    @Description("where it stands in the order of the commits") long position,
    Instant at,
    @Description("dotted, such as session.started; new ones may come") String kind,
    @Nullable ConversationId conversationId,
    @Nullable SessionId sessionId,
    @Description("what kind of thing it happened to, where that is no session")
        @Nullable String entityKind,
    @Nullable String entityId,
    Actor actor,
    @Description("one object, whose names depend on the kind") Facts data) {

  public static EventJson of(Event event) {
    Happening happening = event.happening();
    Subject subject = happening.subject();
    return new EventJson(
        event.position(),
        happening.at(),
        event.kind().value(),
        happening.conversation(),
        happening.session(),
        subject == null ? null : subject.kind().wireName(),
        subject == null ? null : subject.id(),
        event.actor(),
        happening.facts());
  }
}
