package dev.engine.cli;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.engine.domain.journal.Event;
import dev.engine.domain.journal.Happening;
import dev.engine.domain.journal.Subject;
import org.jspecify.annotations.Nullable;

/**
 * An event on the wire. Times are ISO-8601 in UTC; what it is not about is absent.
 *
 * @param entityKind what kind of thing it happened to, where that is no session, such as {@code
 *     worker}
 * @param data one JSON object, whose names depend on the kind
 */
record EventJson(
    long position,
    String at,
    String kind,
    @Nullable String conversationId,
    @Nullable String sessionId,
    @Nullable String entityKind,
    @Nullable String entityId,
    String actor,
    @JsonRawValue String data) {

  static EventJson of(Event event) {
    Happening happening = event.happening();
    Subject subject = happening.subject();
    return new EventJson(
        event.position(),
        happening.at().toString(),
        event.kind().value(),
        happening.conversation() == null ? null : happening.conversation().value(),
        happening.session() == null ? null : happening.session().value(),
        subject == null ? null : subject.kind().wireName(),
        subject == null ? null : subject.id(),
        event.actor().wireName(),
        happening.facts().json());
  }
}
