package dev.engine.mcp.input;

import dev.engine.domain.IanaZone;
import dev.engine.domain.Limit;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.contact.ContactId;
import dev.engine.domain.contact.SearchText;
import dev.engine.domain.contact.Tag;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.WireName;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.PriorityId;
import dev.engine.domain.priority.PriorityText;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.WorkerId;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The shapes of all types that arguments of tools have. */
final class Inputs {

  /** More than that no model reads. */
  private static final int MOST_ITEMS = 100;

  private static final Map<Type, Input<?>> PLAIN =
      Map.ofEntries(
          text(String.class, "a text", Function.identity(), Map.of()),
          text(
              ConversationId.class,
              "a conversation's id such as chief-2026-01-05",
              ConversationId::new,
              Map.of("pattern", "^[a-z0-9][a-z0-9-]{0,63}$")),
          text(
              Pool.class,
              "one line of 1 to 64 characters without blanks around it",
              Pool::new,
              Map.of("minLength", 1, "maxLength", 64)),
          text(
              PriorityText.class,
              "a text of 1 to 2,000 characters",
              PriorityText::new,
              Map.of("minLength", 1, "maxLength", 2_000)),
          text(
              SearchText.class,
              "1 to 200 characters without NUL",
              SearchText::new,
              Map.of("minLength", 1, "maxLength", 200)),
          text(
              StatusText.class,
              "one line of 1 to 500 characters",
              StatusText::new,
              Map.of("minLength", 1, "maxLength", 500)),
          text(
              Tag.class,
              "1 to 64 lower-case letters, digits, underscores and hyphens",
              Tag::new,
              Map.of("pattern", "^[a-z0-9_-]{1,64}$")),
          text(
              TimeSpan.class,
              "a time span such as 90s, 15m, 2h or 7d",
              TimeSpan::parse,
              Map.of("pattern", "^[0-9]{1,9}[smhd]$")),
          text(
              Primitive.class,
              "1 to 32 lower-case letters, digits and dashes",
              Primitive::new,
              Map.of("pattern", "^[a-z0-9-]{1,32}$")),
          text(
              Schedule.class,
              "five cron fields, @daily or the like, every 15m, or once 2026-01-05T09:00",
              Schedule::parse,
              Map.of("maxLength", 200)),
          text(
              Slug.class,
              "1 to 64 lower-case letters, digits and dashes",
              Slug::new,
              Map.of("pattern", "^[a-z0-9-]{1,64}$")),
          text(
              ZoneId.class,
              "an IANA time zone such as Europe/Berlin",
              IanaZone::parse,
              Map.of("maxLength", 64)),
          hexId(ContactId.class, ContactId::new),
          hexId(NotificationId.class, NotificationId::new),
          hexId(PingId.class, PingId::new),
          hexId(PriorityId.class, PriorityId::new),
          hexId(WorkerId.class, WorkerId::new),
          Map.entry(
              Integer.class,
              new NumberInput<>(Integer.MIN_VALUE, Integer.MAX_VALUE, Integer::valueOf)),
          Map.entry(Boolean.class, new TruthInput()),
          Map.entry(Limit.class, new NumberInput<>(1, MOST_ITEMS, Limit::new)));

  private Inputs() {}

  /**
   * The shape of {@code type}.
   *
   * @throws IllegalStateException if it has none: then a line above is missing
   */
  static Input<?> of(Type type) {
    Input<?> plain = PLAIN.get(type);
    if (plain != null) {
      return plain;
    }
    if (type instanceof Class<?> named && WireName.class.isAssignableFrom(named)) {
      return wireNames(named);
    }
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return new ListInput<>(of(list.getActualTypeArguments()[0]));
    }
    throw new IllegalStateException("no argument looks like " + type.getTypeName());
  }

  private static Input<?> wireNames(Class<?> type) {
    List<WireName> constants =
        Arrays.stream(type.getEnumConstants()).map(WireName.class::cast).toList();
    List<String> names = constants.stream().map(WireName::wireName).toList();
    return new TextInput<>(
        "one of " + String.join(", ", names),
        name ->
            constants.stream()
                .filter(constant -> constant.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("name", "known", name)),
        Map.of("enum", names));
  }

  private static <T> Map.Entry<Type, Input<?>> hexId(Class<T> type, Function<String, T> parse) {
    return text(type, "8 lower-case hex digits", parse, Map.of("pattern", "^[0-9a-f]{8}$"));
  }

  private static <T> Map.Entry<Type, Input<?>> text(
      Class<T> type, String expected, Function<String, T> parse, Map<String, Object> described) {
    return Map.entry(type, new TextInput<>(expected, parse, described));
  }
}
