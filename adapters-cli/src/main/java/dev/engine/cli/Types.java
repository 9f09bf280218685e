package dev.engine.cli;

import dev.engine.domain.Cursor;
import dev.engine.domain.IanaZone;
import dev.engine.domain.Limit;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.Urgency;
import dev.engine.domain.account.AccountId;
import dev.engine.domain.briefing.Reader;
import dev.engine.domain.contact.ContactId;
import dev.engine.domain.contact.SearchText;
import dev.engine.domain.contact.Tag;
import dev.engine.domain.content.Kind;
import dev.engine.domain.content.StagedItemId;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.WireName;
import dev.engine.domain.install.ClientVersion;
import dev.engine.domain.install.HookVia;
import dev.engine.domain.journal.KindPrefix;
import dev.engine.domain.mission.MissedRun;
import dev.engine.domain.mission.MissionStatus;
import dev.engine.domain.mission.Overlap;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.priority.Level;
import dev.engine.domain.priority.Pool;
import dev.engine.domain.priority.PriorityId;
import dev.engine.domain.priority.PriorityText;
import dev.engine.domain.quiet.Hours;
import dev.engine.domain.quiet.WallTime;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.WorkerId;
import dev.engine.domain.worker.WorkerStatus;
import dev.engine.services.contact.ContactFormat;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How words of the command line become values of the domain. */
final class Types {

  private Types() {}

  static void register(CommandLine commands) {
    value(commands, AccountId.class, AccountId::new);
    value(commands, Answer.class, Answer::new);
    value(commands, BackupName.class, BackupName::new);
    value(commands, ClientVersion.class, ClientVersion::of);
    value(commands, ContactId.class, ContactId::new);
    value(commands, Cursor.class, Cursor::parse);
    value(commands, ConversationId.class, ConversationId::new);
    value(commands, Hours.class, Hours::parse);
    value(commands, KindPrefix.class, KindPrefix::new);
    value(commands, Limit.class, Types::limit);
    value(commands, MigrationNumber.class, MigrationNumber::parse);
    value(commands, NotificationId.class, NotificationId::new);
    value(commands, PingId.class, PingId::new);
    value(commands, Pool.class, Pool::new);
    value(commands, Primitive.class, Primitive::new);
    value(commands, PriorityId.class, PriorityId::new);
    value(commands, PriorityText.class, PriorityText::new);
    value(commands, Reader.class, Reader::new);
    value(commands, Schedule.class, Schedule::parse);
    value(commands, SearchText.class, SearchText::new);
    value(commands, SessionId.class, SessionId::new);
    value(commands, Slug.class, Slug::new);
    value(commands, StagedItemId.class, StagedItemId::new);
    value(commands, StatusText.class, StatusText::new);
    value(commands, Tag.class, Tag::new);
    value(commands, TimeSpan.class, TimeSpan::parse);
    value(commands, WallTime.class, WallTime::parse);
    value(commands, WorkerId.class, WorkerId::new);
    value(commands, YearMonth.class, Types::month);
    value(commands, ZoneId.class, IanaZone::parse);
    wireName(commands, "contact format", ContactFormat.class);
    wireName(commands, "end reason", EndReason.class);
    wireName(commands, "hook way", HookVia.class);
    wireName(commands, "kind", Kind.class);
    wireName(commands, "level", Level.class);
    wireName(commands, "missed run", MissedRun.class);
    wireName(commands, "mission status", MissionStatus.class);
    wireName(commands, "overlap", Overlap.class);
    wireName(commands, "role", Role.class);
    wireName(commands, "urgency", Urgency.class);
    wireName(commands, "worker status", WorkerStatus.class);
  }

  private static <E extends Enum<E> & WireName> void wireName(
      CommandLine commands, String what, Class<E> type) {
    value(commands, type, name -> WireName.of(what, type, name));
  }

  private static <T> void value(CommandLine commands, Class<T> type, Function<String, T> parse) {
    commands.registerConverter(type, new Converter<>(parse));
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException noMonth) {
      throw new InvalidInput("month", "a year and a month such as 2026-01", text);
    }
  }

  private static Limit limit(String text) {
    try {
      return new Limit(Integer.parseInt(text));
    } catch (NumberFormatException noNumber) {
      throw new InvalidInput("limit", "a number from 1 to 1,000", text);
    }
  }

  /**
   * What the domain refuses is said in the domain's words. No lambda: an AOT cache holds none whose
   * type is one of picocli's.
   */
  private record Converter<T>(Function<String, T> parse) implements ITypeConverter<T> {

    @Override
    public T convert(String text) {
      try {
        return parse.apply(text);
      } catch (InvalidInput refused) {
        throw new TypeConversionException(String.valueOf(refused.getMessage()));
      }
    }
  }
}
