package dev.engine.domain.context;

import dev.engine.domain.session.SessionId;

/** A reading of a session's context that is kept. */
public record ContextSample(SessionId session, ContextReading reading) {}
