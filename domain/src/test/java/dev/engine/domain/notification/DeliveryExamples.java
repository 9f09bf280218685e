package dev.engine.domain.notification;

import dev.engine.domain.Storage;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookCallExamples;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.session.Assignment;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.Newcomer;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Sighting;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A store with sessions that can be told something, in seconds after noon. */
final class DeliveryExamples {

  static final Instant NOON = SessionExamples.NOON;
  static final ConversationId BUILDER = new ConversationId("builder-00000001");

  private final Storage storage;

  DeliveryExamples(Storage storage) {
    this.storage = storage;
  }

  static Instant at(int seconds) {
    return NOON.plusSeconds(seconds);
  }

  /** A call of a hook, told from others by its number. */
  static HookEventId call(int number) {
    return new HookEventId("%032x".formatted(number));
  }

  static Notice notice(String entity) {
    return notice(BUILDER, entity);
  }

  static Notice notice(ConversationId conversation, String entity) {
    return new Notice(conversation, NotificationType.MESSAGE, entity, "about " + entity, "");
  }

  /** A session that has just started in {@code conversation}. */
  SessionId session(String claudeId, ConversationId conversation, int seconds) {
    Role role = conversation.isChiefs() ? Role.CHIEF : Role.BUILDER;
    Newcomer newcomer =
        new Newcomer(
            new Assignment(role, Mode.INTERACTIVE),
            conversation,
            List.of(),
            LocalDate.parse("2026-01-05"));
    Observation first =
        storage
            .sessions()
            .admit(
                SessionExamples.sighting(
                    claudeId, SessionExamples.started(Source.STARTUP), at(seconds)),
                newcomer);
    return ((Observation.Admitted) first).session().id();
  }

  /** The same in the builder's conversation, from noon on. */
  SessionId session(String claudeId) {
    return session(claudeId, BUILDER, 0);
  }

  Notification queued(Notice notice, int seconds) {
    return ((Queueing.Queued) storage.notifications().queue(notice, at(seconds))).notification();
  }

  Handout visit(SessionId session, Occasion occasion, int call, int seconds) {
    return storage.deliveries().visit(new Visit(session, occasion, call(call), at(seconds)));
  }

  /** The event of {@code call} has come in by {@code door}. */
  void handled(int call, Door door) {
    storage
        .hookCalls()
        .record(HookCallExamples.call(call, "UserPromptSubmit", door, Duration.ZERO, NOON));
  }

  void observe(SessionId session, Signal signal, int seconds) {
    String claudeId = found(session).claudeId().value();
    storage.sessions().observe(SessionExamples.sighting(claudeId, signal, at(seconds)));
  }

  void compact(SessionId session, int seconds) {
    observe(session, SessionExamples.started(Source.COMPACT), seconds);
  }

  /** The same, but heard of only now. */
  void compactHeardLate(SessionId session, int seconds) {
    String claudeId = found(session).claudeId().value();
    Sighting compaction =
        SessionExamples.sighting(claudeId, SessionExamples.started(Source.COMPACT), at(seconds));
    storage.sessions().observe(SessionExamples.spooled(compaction));
  }

  void clear(SessionId session, int seconds) {
    storage.sessions().end(session, at(seconds), EndReason.CLEAR);
  }

  Session found(SessionId session) {
    return storage.sessions().find(session).orElseThrow();
  }

  Notification found(Notification notification) {
    return storage.notifications().find(notification.id()).orElseThrow();
  }

  Notification.State stateOf(Notification notification) {
    return found(notification).state();
  }
}
