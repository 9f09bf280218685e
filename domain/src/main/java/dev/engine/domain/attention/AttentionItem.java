package dev.engine.domain.attention;

import dev.engine.domain.TextLength;
import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Want;
import dev.engine.domain.worker.Worker;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits for the person.
 *
 * @param since when the wait began
 * @param subject the id of the ping, session, worker or slot it is about, 8 hex digits; or {@code
 *     spool}
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

  private static final int REASON_LENGTH = 160;

  /** The item that an open ping is. */
  public static AttentionItem of(Ping ping) {
    return new AttentionItem(
        AttentionKind.PING,
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

  /** A permission stops work half-way; a session that is done can wait for its next prompt. */
  private static Urgency urgencyOf(Want want) {
    return switch (want) {
      case PERMISSION -> Urgency.HIGH;
      case INPUT -> Urgency.NORMAL;
    };
  }
}
