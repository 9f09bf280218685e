package dev.engine.http.json;

import dev.engine.domain.IanaZone;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.account.AccountId;
import dev.engine.domain.briefing.Reader;
import dev.engine.domain.contact.ContactId;
import dev.engine.domain.contact.SearchText;
import dev.engine.domain.contact.Tag;
import dev.engine.domain.content.StagedItemId;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.WireName;
import dev.engine.domain.journal.KindPrefix;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.PriorityId;
import dev.engine.domain.priority.PriorityText;
import dev.engine.domain.quiet.Hours;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.WorkerId;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every value that is one JSON string: what it must look like, and how it is read and written. */
final class Texts {

  private static final int LAST_YEAR = 9999;

  private static final Map<Type, Shape<?>> ALL =
      Map.ofEntries(
          text(String.class, "a text", Function.identity(), UnaryOperator.identity()),
          text(
              BackupName.class,
              "1 to 40 lower-case letters, digits, _ or -",
              BackupName::new,
              schema -> schema.put("pattern", "^[a-z0-9_-]{1,40}$")),
          text(
              ClaudeSessionId.class,
              "1 to 128 visible ASCII characters",
              ClaudeSessionId::new,
              schema -> schema.put("pattern", "^[!-~]{1,128}$")),
          text(
              ConversationId.class,
              "1 to 64 lower-case letters, digits and dashes",
              ConversationId::new,
              schema -> schema.put("pattern", "^[a-z0-9][a-z0-9-]{0,63}$")),
          text(
              Hours.class,
              "two different times such as 22:00-07:00",
              Hours::parse,
              schema -> schema.put("pattern", "^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$")),
          text(
              Instant.class,
              "a time in UTC such as 2026-01-05T12:00:00Z",
              Texts::instant,
              schema -> schema.put("format", "date-time")),
          text(
              KindPrefix.class,
              "1 to 64 of a to z, 0 to 9, _ and dots",
              KindPrefix::new,
              schema -> schema.put("pattern", "^[a-z0-9_.]{1,64}$")),
          text(
              MigrationNumber.class,
              "a number from 001 to 999",
              MigrationNumber::parse,
              schema -> schema.put("pattern", "^[0-9]{3}$")),
          text(
              NotificationType.class,
              "1 to 64 lower-case letters, digits and underscores",
              NotificationType::new,
              schema -> schema.put("pattern", "^[a-z0-9_]{1,64}$")),
          text(
              Pool.class,
              "one line of 1 to 64 characters without blanks around it",
              Pool::new,
              schema -> schema.put("minLength", 1).put("maxLength", 64)),
          text(
              Primitive.class,
              "1 to 32 lower-case letters, digits and dashes",
              Primitive::new,
              schema -> schema.put("pattern", "^[a-z0-9-]{1,32}$")),
          text(
              PriorityText.class,
              "a text of 1 to 2,000 characters",
              PriorityText::new,
              schema -> schema.put("minLength", 1).put("maxLength", 2_000)),
          text(
              Reader.class,
              "1 to 64 lower-case letters, digits and dashes",
              Reader::new,
              schema -> schema.put("pattern", "^[a-z0-9-]{1,64}$")),
          text(
              Schedule.class,
              "five cron fields, @daily or the like, every 15m, or once 2026-01-05T09:00",
              Schedule::parse,
              Schedule::text,
              schema -> schema.put("maxLength", 200)),
          text(
              SearchText.class,
              "1 to 200 characters without NUL",
              SearchText::new,
              schema -> schema.put("minLength", 1).put("maxLength", 200)),
          text(
              Slug.class,
              "1 to 64 lower-case letters, digits and dashes",
              Slug::new,
              schema -> schema.put("pattern", "^[a-z0-9-]{1,64}$")),
          text(
              Tag.class,
              "1 to 64 lower-case letters, digits, underscores and hyphens",
              Tag::new,
              schema -> schema.put("pattern", "^[a-z0-9_-]{1,64}$")),
          text(
              TimeSpan.class,
              "a time span such as 90s, 15m, 2h or 7d",
              TimeSpan::parse,
              schema -> schema.put("pattern", "^[0-9]{1,9}[smhd]$")),
          text(
              ZoneId.class,
              "an IANA time zone such as Europe/Berlin",
              IanaZone::parse,
              schema -> schema.put("maxLength", 64)),
          hexId(AccountId.class, AccountId::new),
          hexId(ContactId.class, ContactId::new),
          hexId(MissionId.class, MissionId::new),
          hexId(NotificationId.class, NotificationId::new),
          hexId(PingId.class, PingId::new),
          hexId(PriorityId.class, PriorityId::new),
          hexId(ScheduledMissionId.class, ScheduledMissionId::new),
          hexId(SessionId.class, SessionId::new),
          hexId(StagedItemId.class, StagedItemId::new),
          hexId(WorkerId.class, WorkerId::new));

  private Texts() {}

  /** The listed shapes, by type. */
  static Map<Type, Shape<?>> all() {
    return ALL;
  }

  /**
   * The constants of {@code type} by their wire names.
   *
   * @throws IllegalStateException if it has none
   */
  static Shape<?> wireNames(Class<?> type) {
    if (!WireName.class.isAssignableFrom(type)) {
      throw new IllegalStateException(type + " has no wire names");
    }
    List<WireName> constants =
        Arrays.stream(type.getEnumConstants()).map(WireName.class::cast).toList();
    List<String> names = constants.stream().map(WireName::wireName).toList();
    return new TextShape<>(
        "one of " + String.join(", ", names),
        name ->
            constants.stream()
                .filter(constant -> constant.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("name", "known", name)),
        WireName::wireName,
        schema -> schema.set("enum", array(names)));
  }

  private static <T> Map.Entry<Type, Shape<?>> hexId(Class<T> type, Function<String, T> parse) {
    return text(
        type, "8 lower-case hex digits", parse, schema -> schema.put("pattern", "^[0-9a-f]{8}$"));
  }

  private static <T> Map.Entry<Type, Shape<?>> text(
      Class<T> type,
      String expected,
      Function<String, T> parse,
      UnaryOperator<ObjectNode> describe) {
    return text(type, expected, parse, Object::toString, describe);
  }

  private static <T> Map.Entry<Type, Shape<?>> text(
      Class<T> type,
      String expected,
      Function<String, T> parse,
      Function<T, String> print,
      UnaryOperator<ObjectNode> describe) {
    return Map.entry(type, new TextShape<>(expected, parse, print, describe));
  }

  private static Instant instant(String text) {
    try {
      return inStore(Instant.parse(text));
    } catch (DateTimeException otherShape) {
      throw new InvalidInput("time", "ISO-8601", text);
    }
  }

  /** Stored times have four digits for the year. */
  private static Instant inStore(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    if (year < 0 || year > LAST_YEAR) {
      throw new DateTimeException("year " + year);
    }
    return instant;
  }

  private static ArrayNode array(List<String> names) {
    ArrayNode array = Json.array();
    names.forEach(array::add);
    return array;
  }
}
