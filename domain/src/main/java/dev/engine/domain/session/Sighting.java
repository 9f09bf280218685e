package dev.engine.domain.session;

import java.time.Instant;

/**
 * One event of one session, as a hook received it.
 *
 * @param client what this event tells of the client
 * @param at when the hook was called, which is not when the event came to be stored
 */
public record Sighting(ClaudeSessionId claudeId, Signal signal, Client client, Instant at) {}
