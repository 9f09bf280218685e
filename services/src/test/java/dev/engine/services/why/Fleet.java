package dev.engine.services.why;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.Arrival;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.hook.HookOutcome;
import dev.engine.domain.hook.RecordedCall;
import dev.engine.domain.notification.Handout;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Occasion;
import dev.engine.domain.notification.Queueing;
import dev.engine.domain.notification.Sender;
import dev.engine.domain.notification.Terms;
import dev.engine.domain.notification.Visit;
import dev.engine.domain.session.Assignment;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.Newcomer;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.domain.testing.InMemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fleet on whose things names can be put, so that an explanation can be read: times are minutes
 * after noon, and ids read as the names that were given to them.
 */
final class Fleet {

  static final Instant NOON = SessionExamples.NOON;
  static final ConversationId BUILDER = new ConversationId("builder-00000001");

  final InMemoryStorage storage = new InMemoryStorage();
  private final Map<String, String> names = new LinkedHashMap<>();
  private int calls;

  static Instant at(int minutes) {
    return NOON.plusSeconds(60L * minutes);
  }

  /** A client in a process and a pane of its own. */
  static Client client(long pid) {
    return new Client("/home/dev", null, process(pid), "%" + pid, null, null);
  }

  static ProcessIdentity process(long pid) {
    return new ProcessIdentity(pid, NOON.minusSeconds(pid));
  }

  static Newcomer handed(ConversationId conversation) {
    return new Newcomer(
        new Assignment(Role.BUILDER, Mode.INTERACTIVE), conversation, List.of(), day());
  }

  static Newcomer ofRole(Role role) {
    return new Newcomer(new Assignment(role, Mode.INTERACTIVE), null, List.of(), day());
  }

  /** Says that {@code id} is {@code name} from now on. */
  <T> T called(String name, T id) {
    names.put(id.toString(), name);
    return id;
  }

  /** A session with a name, begun by its start. */
  SessionId session(String name, Client client, Newcomer newcomer, int minutes) {
    return session(name, Source.STARTUP, client, newcomer, minutes);
  }

  /** A session with a name, begun by a start from {@code source}. */
  SessionId session(String name, Source source, Client client, Newcomer newcomer, int minutes) {
    Observation first =
        storage
            .sessions()
            .admit(
                SessionExamples.sighting(name, new Signal.Started(source), client, at(minutes)),
                newcomer);
    Session session = ((Observation.Admitted) first).session();
    return called(name, session.id());
  }

  /** One in {@link #BUILDER}. */
  SessionId builder(String name, int minutes) {
    return session(name, client(minutes + 100L), handed(BUILDER), minutes);
  }

  void observe(String name, Signal signal, int minutes) {
    observe(name, signal, Client.UNKNOWN, minutes);
  }

  void observe(String name, Signal signal, Client client, int minutes) {
    storage.sessions().observe(SessionExamples.sighting(name, signal, client, at(minutes)));
  }

  void end(SessionId session, EndReason reason, int minutes) {
    storage.sessions().end(session, at(minutes), reason);
  }

  /** A message to {@link #BUILDER} that is called {@code N}. */
  Notification notice(Terms terms, int minutes) {
    return notice(BUILDER, terms, minutes);
  }

  Notification notice(ConversationId to, Terms terms, int minutes) {
    Notice notice =
        new Notice(
            to, NotificationType.MESSAGE, "%08x".formatted(++calls), "It moved to Friday.", "");
    Queueing queued =
        storage.notifications().queue(notice.from(Sender.PERSON).on(terms), at(minutes));
    Notification stored = ((Queueing.Queued) queued).notification();
    called("N", stored.id());
    return stored;
  }

  /** A call of a session's hook that can show or be told something; returns the call. */
  HookEventId visit(SessionId session, Occasion occasion, int minutes) {
    HookEventId call = new HookEventId("%032x".formatted(++calls));
    Arrival arrival = new Arrival(call, "Example", Door.ENGINE, Duration.ZERO);
    storage.hookCalls().record(new RecordedCall(arrival, at(minutes), HookOutcome.STORED));
    Handout told = storage.deliveries().visit(new Visit(session, occasion, call, at(minutes)));
    return told.isEmpty() ? new HookEventId("%032x".formatted(0)) : call;
  }

  /** What is explained of {@code name} at a time, in the names of this fleet. */
  String why(Object name, int minutes) {
    StringBuilder text = new StringBuilder();
    for (Explanation each : new Why(storage, () -> at(minutes)).of(name.toString())) {
      text.append(each.kind()).append(' ').append(each.id()).append(' ').append(each.headline());
      text.append("\n  since ").append(time(each.since())).append('\n');
      for (Explanation.Fact fact : each.facts()) {
        text.append("  ").append(time(fact.at())).append(fact.event() == null ? "  " : "* ");
        text.append(fact.text()).append('\n');
      }
      for (Explanation.Step step : each.next()) {
        text.append("  > ").append(step.command()).append(" # ").append(step.purpose());
        text.append('\n');
      }
    }
    return named(text.toString());
  }

  private String named(String text) {
    String named = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      named = named.replace(name.getKey(), name.getValue());
    }
    return named;
  }

  /** The time of that day, or the whole of another one. */
  private static String time(Instant at) {
    String whole = at.toString();
    return whole.startsWith("2026-01-05T") ? whole.substring(11, 16) : whole;
  }

  private static LocalDate day() {
    return LocalDate.parse("2026-01-05");
  }

  /** A newcomer below the process {@code parent}, whatever its environment hands to it. */
  static Newcomer inside(ConversationId handed, ProcessIdentity parent) {
    return new Newcomer(
        new Assignment(Role.BUILDER, Mode.BACKGROUND), handed, List.of(parent), day());
  }
}
