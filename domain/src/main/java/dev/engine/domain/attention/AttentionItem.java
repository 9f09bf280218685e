package dev.engine.domain.attention;

import dev.engine.domain.TextLength;
import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.database.BackupStanding;
import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.database.DiskRoom;
import dev.engine.domain.database.HeldMigration;
import dev.engine.domain.database.LogHold;
import dev.engine.domain.hook.CanaryEvents;
import dev.engine.domain.hook.CanaryResult;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Want;
import dev.engine.domain.worker.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits for the person.
 *
 * @param since when the wait began
 * @param subject the id of what it is about, 8 hex digits; the number of a migration; {@code
 *     spool}, {@code canary}, {@code backup}, {@code copy}, {@code disk} or {@code log}
 * @param conversation the one it belongs to; null if none
 * @param reason one line that says what is the matter
 * @param remedy the command that looks at it or deals with it; words in capitals are to be filled
 *     in
 */
public record AttentionItem(
    AttentionKind kind,
    Urgency urgency,
    Instant since,
    String subject,
    @Nullable ConversationId conversation,
    String reason,
    String remedy) {

  /** Worst first; of the equally bad, the one that has waited longest. */
  public static final Comparator<AttentionItem> WORST_FIRST =
      Comparator.comparing(AttentionItem::urgency)
          .reversed()
          .thenComparing(AttentionItem::since)
          .thenComparing(AttentionItem::subject);

  /** Nothing undoes a worker's failure, so time takes it off the list; its record stays. */
  public static final Duration FAILURE_SHOWN_FOR = Duration.ofDays(7);

  private static final int REASON_LENGTH = 160;

  /**
   * What tells it from every other item, such as {@code ping-3fa94c01}. It stays the same for as
   * long as the item waits.
   */
  public String id() {
    return id(kind, subject);
  }

  /** The {@link #id} of what waits as {@code kind} and is about {@code subject}. */
  public static String id(AttentionKind kind, String subject) {
    return kind + "-" + subject;
  }

  /** Whether {@code name} is its id, or that of what it is about. */
  public boolean isCalled(String name) {
    return name.equals(subject) || name.equals(id());
  }

  /** Whether {@code session} is what it is about, or else one of its conversation. */
  public boolean concerns(Session session) {
    return kind == AttentionKind.SESSION_WAITING
        ? subject.equals(session.id().value())
        : session.conversation().equals(conversation);
  }

  /** What can be done about it, whoever is there to jump to. */
  public List<AttentionAct> acts() {
    Stream<AttentionAct> ofItsKind =
        switch (kind) {
          case PING, WORKER_ASKS -> Stream.of(AttentionAct.ANSWER);
          case WORKER_FAILED -> Stream.of(AttentionAct.RETRY);
          case MISSION_OVERDUE -> Stream.of(AttentionAct.RUN);
          case SESSION_WAITING,
              MISSION_FAILED,
              MISSION_SKIPPED,
              NOTICE_DEAD,
              MIGRATION_HELD,
              EVENTS_SET_ASIDE,
              CANARY_LOST,
              BACKUP_FAILED,
              BACKUP_STALE,
              COPY_STALE,
              DISK_LOW,
              LOG_HELD ->
              Stream.of();
        };
    return Stream.concat(Stream.of(AttentionAct.ACKNOWLEDGE, AttentionAct.SNOOZE), ofItsKind)
        .toList();
  }

  /** The item that an open ping is. */
  public static AttentionItem of(Ping ping) {
    return asked(AttentionKind.PING, ping);
  }

  /** The item that a ping is that was seen, and for whose answer a worker waits. */
  public static AttentionItem ofUnanswered(Ping ping) {
    return asked(AttentionKind.WORKER_ASKS, ping);
  }

  private static AttentionItem asked(AttentionKind kind, Ping ping) {
    return new AttentionItem(
        kind,
        ping.appeal().urgency(),
        ping.createdAt(),
        ping.id().value(),
        ping.appeal().conversation(),
        TextLength.headline(ping.appeal().message(), REASON_LENGTH),
        "engine ping answer %s TEXT".formatted(ping.id()));
  }

  /** The item that {@code session} is while it is {@code waiting}. */
  public static AttentionItem of(Session session, Session.State.Waiting waiting) {
    return new AttentionItem(
        AttentionKind.SESSION_WAITING,
        urgencyOf(waiting.want()),
        waiting.since(),
        session.id().value(),
        session.conversation(),
        "the %s session waits for %s"
            .formatted(session.assignment().role().wireName(), waiting.want().wireName()),
        "engine session show %s".formatted(session.id()));
  }

  /** The item that {@code worker} is after it has {@code failed}. */
  public static AttentionItem of(Worker worker, Worker.State.Failed failed) {
    String told =
        "the %s worker failed: %s"
            .formatted(worker.task().primitive(), worker.task().instructions().strip());
    return new AttentionItem(
        AttentionKind.WORKER_FAILED,
        Urgency.NORMAL,
        failed.at(),
        worker.id().value(),
        worker.task().owner(),
        TextLength.headline(told, REASON_LENGTH),
        "engine worker show %s".formatted(worker.id()));
  }

  /** The item that {@code scheduled} is after {@code slot} of it has {@code failed}. */
  public static AttentionItem of(
      ScheduledMission scheduled, Mission slot, Mission.State.Failed failed) {
    String slug = scheduled.plan().slug().value();
    String told =
        failed.reason() == null
            ? "mission %s failed".formatted(slug)
            : "mission %s failed: %s".formatted(slug, failed.reason().strip());
    return new AttentionItem(
        AttentionKind.MISSION_FAILED,
        Urgency.NORMAL,
        failed.at(),
        slot.id().value(),
        null,
        TextLength.headline(told, REASON_LENGTH),
        "engine mission show %s".formatted(slug));
  }

  /** The item that {@code scheduled} is while its latest {@code slot} was {@code skipped}. */
  public static AttentionItem of(
      ScheduledMission scheduled, Mission slot, Mission.State.Skipped skipped) {
    String slug = scheduled.plan().slug().value();
    return new AttentionItem(
        AttentionKind.MISSION_SKIPPED,
        Urgency.NORMAL,
        slot.occasion().firstSlotAt(),
        slot.id().value(),
        null,
        TextLength.headline(
            "mission %s skipped %s: %s"
                .formatted(slug, slots(slot.occasion().slotCount()), skipped.reason().strip()),
            REASON_LENGTH),
        "engine why %s".formatted(slot.id()));
  }

  private static String slots(long count) {
    return count == 1 ? "a slot" : count + " slots";
  }

  /**
   * The item that {@code scheduled} is while nothing runs its slot.
   *
   * @param due when that slot was
   */
  public static AttentionItem ofOverdue(ScheduledMission scheduled, Instant due) {
    return new AttentionItem(
        AttentionKind.MISSION_OVERDUE,
        Urgency.NORMAL,
        due,
        scheduled.id().value(),
        null,
        "mission %s was due and has not run".formatted(scheduled.plan().slug()),
        "engine why %s".formatted(scheduled.id()));
  }

  /**
   * The item that a mission is that is due and cannot be read, so that nothing runs it.
   *
   * @param day the one that it is told on: who has acknowledged it is told again the next day
   * @param reason why it cannot be read
   */
  public static AttentionItem ofUnreadable(ScheduledMissionId id, Instant day, String reason) {
    return new AttentionItem(
        AttentionKind.MISSION_OVERDUE,
        Urgency.NORMAL,
        day,
        id.value(),
        null,
        TextLength.headline(
            "mission %s is due and does not run: %s".formatted(id, reason), REASON_LENGTH),
        "engine db verify");
  }

  /** The item that {@code notification} is after it was given up. */
  public static AttentionItem of(Notification notification, Notification.State.Dead dead) {
    return new AttentionItem(
        AttentionKind.NOTICE_DEAD,
        notification.notice().terms().urgency(),
        dead.at(),
        notification.id().value(),
        notification.notice().conversation(),
        TextLength.headline(
            "nobody was told after %d offers: %s"
                .formatted(dead.attempts(), notification.notice().title()),
            REASON_LENGTH),
        "engine why %s".formatted(notification.id()));
  }

  /**
   * The item that {@code held} is until it is released.
   *
   * @param since when it came to be held, as far as that is known
   */
  public static AttentionItem of(HeldMigration held, Instant since) {
    return new AttentionItem(
        AttentionKind.MIGRATION_HELD,
        Urgency.LOW,
        since,
        held.migration().number().toString(),
        null,
        TextLength.headline(
            "migration %s is held: %s".formatted(held.migration().number(), held.reason()),
            REASON_LENGTH),
        "engine db release %s".formatted(held.migration().number()));
  }

  /**
   * The item that files of the spool are that could not be read.
   *
   * @param since when the oldest of them came
   */
  public static AttentionItem ofSetAside(int count, Instant since) {
    return new AttentionItem(
        AttentionKind.EVENTS_SET_ASIDE,
        Urgency.NORMAL,
        since,
        "spool",
        null,
        "%d events of hooks could not be read and were set aside".formatted(count),
        "engine doctor");
  }

  /**
   * The item that hooks are whose canaries did not arrive.
   *
   * @param since when the first of the latest bad runs was made
   */
  public static AttentionItem ofLost(CanaryResult run, Instant since) {
    return new AttentionItem(
        AttentionKind.CANARY_LOST,
        Urgency.HIGH,
        since,
        CanaryEvents.HOOKS.id(),
        null,
        TextLength.headline(
            "hooks do not reach the store: %s".formatted(String.join(", ", run.lost())),
            REASON_LENGTH),
        "engine doctor --canary");
  }

  /** The item that backups are while they fail. */
  public static AttentionItem of(BackupStanding.Trouble trouble) {
    return new AttentionItem(
        AttentionKind.BACKUP_FAILED,
        Urgency.HIGH,
        trouble.since(),
        "backup",
        null,
        TextLength.headline("backups fail: " + trouble.reason(), REASON_LENGTH),
        "engine db backup");
  }

  /**
   * The item that a database is whose last good backup is too old.
   *
   * @param latest null if there is none
   * @param since when it became too old
   */
  public static AttentionItem ofStale(BackupStanding.@Nullable Known latest, Instant since) {
    return new AttentionItem(
        AttentionKind.BACKUP_STALE,
        Urgency.NORMAL,
        since,
        "backup",
        null,
        latest == null
            ? "the database was never backed up"
            : "the last good backup is of " + latest.takenAt(),
        "engine db backup");
  }

  /** The item that the continuous copy in {@code folder} is while it stands still. */
  public static AttentionItem ofStale(Path folder, CopyStanding.Trouble trouble) {
    return new AttentionItem(
        AttentionKind.COPY_STALE,
        Urgency.HIGH,
        trouble.since(),
        "copy",
        null,
        TextLength.headline(
            "the copy in %s stands still: %s".formatted(folder, trouble.reason()), REASON_LENGTH),
        "engine doctor");
  }

  /**
   * The item that a disk is that is nearly full.
   *
   * @param day the one that it is told on: who has acknowledged it is told again the next day
   */
  public static AttentionItem ofLow(DiskRoom room, Instant day) {
    return new AttentionItem(
        AttentionKind.DISK_LOW, Urgency.HIGH, day, "disk", null, room.told(), "engine doctor");
  }

  /**
   * The item that a write-ahead log is that nobody can empty.
   *
   * @param day as {@link #ofLow} takes it
   */
  public static AttentionItem ofHeld(LogHold log, Instant day) {
    return new AttentionItem(
        AttentionKind.LOG_HELD,
        Urgency.NORMAL,
        day,
        "log",
        null,
        TextLength.headline(log.told(), REASON_LENGTH),
        "engine doctor");
  }

  /** A permission stops work half-way; a session that is done can wait for its next prompt. */
  private static Urgency urgencyOf(Want want) {
    return switch (want) {
      case PERMISSION -> Urgency.HIGH;
      case INPUT -> Urgency.NORMAL;
    };
  }
}
