package dev.engine.domain.journal;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.session.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a change of state tells the journal. Each feature says of its own changes what
 * they tell, in one place, because hooks and services both make them.
 *
 * @param at when it happened, which for an event of a hook is when the hook was called
 * @param conversation whose timeline it belongs to; null if none
 * @param session whose timeline it belongs to; null if none
 * @param subject what it happened to; null if that is the session, or nothing in particular
 */
public record Happening(
    Instant at,
    EventKind kind,
    @Nullable ConversationId conversation,
    @Nullable SessionId session,
    @Nullable Subject subject,
    Facts facts) {}
