package dev.engine.persistence.convert;

import dev.engine.domain.Urgency;
import dev.engine.domain.account.AccountId;
import dev.engine.domain.account.Capabilities;
import dev.engine.domain.attention.AttentionKind;
import dev.engine.domain.briefing.Reader;
import dev.engine.domain.contact.ContactId;
import dev.engine.domain.contact.Tag;
import dev.engine.domain.content.Kind;
import dev.engine.domain.content.StagedItemId;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.WireName;
import dev.engine.domain.mission.MissedRun;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.MissionStatus;
import dev.engine.domain.mission.Overlap;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.mission.Trigger;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.priority.Level;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.PriorityId;
import dev.engine.domain.priority.PriorityText;
import dev.engine.domain.session.Activity;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.ContextLevel;
import dev.engine.domain.session.Continuation;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.session.Want;
import dev.engine.domain.worker.AttemptOutcome;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerStatus;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;
import org.jooq.Converter;

/**
 * One converter per value type. The code generator binds them to columns by name, see {@code
 * codegen/jooq.xml}.
 */
public final class Converters {

  public static final Converter<String, Instant> INSTANT =
      text(Instant.class, UtcText::parse, UtcText::of);

  public static final Converter<String, SessionId> SESSION_ID =
      text(SessionId.class, SessionId::new, SessionId::value);
  public static final Converter<String, ClaudeSessionId> CLAUDE_SESSION_ID =
      text(ClaudeSessionId.class, ClaudeSessionId::new, ClaudeSessionId::value);
  public static final Converter<String, ConversationId> CONVERSATION_ID =
      text(ConversationId.class, ConversationId::new, ConversationId::value);
  public static final Converter<String, StatusText> STATUS_TEXT =
      text(StatusText.class, StatusText::new, StatusText::value);
  public static final Converter<String, Role> ROLE = wire("role", Role.class);
  public static final Converter<String, Mode> MODE = wire("mode", Mode.class);
  public static final Converter<String, Activity> ACTIVITY = wire("state", Activity.class);
  public static final Converter<String, Want> WANT = wire("want", Want.class);
  public static final Converter<String, EndReason> END_REASON = wire("end reason", EndReason.class);
  public static final Converter<String, Continuation> CONTINUATION =
      wire("continuation", Continuation.class);
  public static final Converter<Integer, ContextLevel> CONTEXT_LEVEL =
      Converter.ofNullable(
          Integer.class, ContextLevel.class, ContextLevel::of, ContextLevel::percent);

  public static final Converter<String, ContactId> CONTACT_ID =
      text(ContactId.class, ContactId::new, ContactId::value);
  public static final Converter<String, Tag> TAG = text(Tag.class, Tag::new, Tag::value);

  public static final Converter<String, PingId> PING_ID =
      text(PingId.class, PingId::new, PingId::value);
  public static final Converter<String, Urgency> URGENCY = wire("urgency", Urgency.class);
  public static final Converter<String, Answer> ANSWER =
      text(Answer.class, Answer::new, Answer::text);

  public static final Converter<String, WorkerId> WORKER_ID =
      text(WorkerId.class, WorkerId::new, WorkerId::value);
  public static final Converter<String, Primitive> PRIMITIVE =
      text(Primitive.class, Primitive::new, Primitive::value);
  public static final Converter<String, WorkerStatus> WORKER_STATUS =
      wire("worker status", WorkerStatus.class);
  public static final Converter<String, AttemptOutcome> ATTEMPT_OUTCOME =
      wire("outcome of an attempt", AttemptOutcome.class);
  public static final Converter<String, Path> PATH = text(Path.class, Path::of, Path::toString);

  public static final Converter<String, ScheduledMissionId> SCHEDULED_MISSION_ID =
      text(ScheduledMissionId.class, ScheduledMissionId::new, ScheduledMissionId::value);
  public static final Converter<String, Slug> SLUG = text(Slug.class, Slug::new, Slug::value);
  public static final Converter<String, Schedule> SCHEDULE =
      text(Schedule.class, Schedule::parse, Schedule::text);
  public static final Converter<String, ZoneId> ZONE =
      text(ZoneId.class, Converters::zone, ZoneId::getId);
  public static final Converter<String, MissionId> MISSION_ID =
      text(MissionId.class, MissionId::new, MissionId::value);
  public static final Converter<String, MissionStatus> MISSION_STATUS =
      wire("mission status", MissionStatus.class);
  public static final Converter<String, MissedRun> MISSED_RUN = wire("missed run", MissedRun.class);
  public static final Converter<String, Overlap> OVERLAP = wire("overlap", Overlap.class);
  public static final Converter<String, Trigger> TRIGGER = wire("trigger", Trigger.class);

  public static final Converter<String, PriorityId> PRIORITY_ID =
      text(PriorityId.class, PriorityId::new, PriorityId::value);
  public static final Converter<String, PriorityText> PRIORITY_TEXT =
      text(PriorityText.class, PriorityText::new, PriorityText::value);
  public static final Converter<String, AttentionKind> ATTENTION_KIND =
      wire("kind of attention", AttentionKind.class);

  public static final Converter<String, Reader> READER =
      text(Reader.class, Reader::new, Reader::value);

  public static final Converter<String, Level> LEVEL = wire("level", Level.class);
  public static final Converter<String, Pool> POOL = text(Pool.class, Pool::new, Pool::name);

  public static final Converter<String, StagedItemId> STAGED_ITEM_ID =
      text(StagedItemId.class, StagedItemId::new, StagedItemId::value);
  public static final Converter<String, Kind> KIND = wire("kind", Kind.class);

  public static final Converter<String, AccountId> ACCOUNT_ID =
      text(AccountId.class, AccountId::new, AccountId::value);
  public static final Converter<String, Capabilities> CAPABILITIES =
      text(Capabilities.class, CapabilityArray::parse, CapabilityArray::of);

  private Converters() {}

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      throw new InvalidInput("time zone", "an IANA zone such as Europe/Berlin", id);
    }
  }

  private static <T> Converter<String, T> text(
      Class<T> type, Function<String, T> parse, Function<T, String> write) {
    return Converter.ofNullable(String.class, type, parse, write);
  }

  private static <E extends Enum<E> & WireName> Converter<String, E> wire(
      String what, Class<E> type) {
    return text(type, name -> WireName.of(what, type, name), WireName::wireName);
  }
}
