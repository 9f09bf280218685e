package dev.engine.domain.notification;

import java.time.Instant;

/** A notice that is about to be told, with what the engine's records say of it. */
public record AttributedNotice(NotificationId id, Notice notice, Instant queuedAt, Sender sender) {}
