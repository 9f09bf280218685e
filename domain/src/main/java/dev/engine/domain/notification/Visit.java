package dev.engine.domain.notification;

import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.session.SessionId;
import java.time.Instant;

/**
 * A session calls by one of its hooks, and can show or be told something.
 *
 * @param call the hook's call
 * @param at when it was made, to the millisecond
 */
public record Visit(SessionId session, Occasion occasion, HookEventId call, Instant at) {}
