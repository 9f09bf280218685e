package dev.engine.domain.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.database.BackupStanding;
import dev.engine.domain.database.DiskRoom;
import dev.engine.domain.database.HeldMigration;
import dev.engine.domain.database.LogHold;
import dev.engine.domain.database.Migration;
import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.hook.CanaryResult;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionExamples;
import dev.engine.domain.mission.MissionId;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Slot;
import dev.engine.domain.mission.SlotSpan;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Terms;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the engine itself has to say to the person, and what can be done about it. */
final class AttentionItemsTest {

  private static final Instant NOON = SessionExamples.NOON;
  private static final ConversationId BUILDER = new ConversationId("builder-00000001");

  @ParameterizedTest
  @EnumSource(AttentionKind.class)
  void everythingIsAcknowledgedOrSnoozedAndSomeIsDoneInOneStep(AttentionKind kind) {
    List<AttentionAct> acts = item(kind, "0000000a", null).acts();

    assertThat(acts).startsWith(AttentionAct.ACKNOWLEDGE, AttentionAct.SNOOZE);
    assertThat(acts.subList(2, acts.size()))
        .isEqualTo(
            switch (kind) {
              case PING, WORKER_ASKS -> List.of(AttentionAct.ANSWER);
              case WORKER_FAILED -> List.of(AttentionAct.RETRY);
              case MISSION_OVERDUE -> List.of(AttentionAct.RUN);
              default -> List.of(); // what has to be looked at
            });
  }

  @Test
  void aQuestionThatWasSeenSaysHowToAnswerIt() {
    Appeal appeal = new Appeal(null, BUILDER, Urgency.HIGH, "build worker 0000000b asks: Which?");
    Ping seen = Ping.sent(new PingId("0000000a"), appeal, NOON).acknowledged(NOON.plusSeconds(1));

    assertThat(AttentionItem.ofUnanswered(seen))
        .isEqualTo(
            new AttentionItem(
                AttentionKind.WORKER_ASKS,
                Urgency.HIGH,
                NOON,
                "0000000a",
                BUILDER,
                "build worker 0000000b asks: Which?",
                "engine ping answer 0000000a TEXT"));
  }

  @Test
  void itIsCalledByItsSubjectOrByItsKindToo() {
    AttentionItem item = item(AttentionKind.WORKER_FAILED, "0000000a", null);

    assertThat(item.id()).isEqualTo("worker_failed-0000000a");
    assertThat(item.isCalled("0000000a")).isTrue();
    assertThat(item.isCalled("worker_failed-0000000a")).isTrue();
    assertThat(item.isCalled("worker_failed")).isFalse();
  }

  @Test
  void itConcernsTheSessionThatItIsAboutOrThoseOfItsConversation() {
    Session session = SessionExamples.aSession("0000000a", "client", BUILDER.value());

    assertThat(item(AttentionKind.SESSION_WAITING, "0000000a", null).concerns(session)).isTrue();
    assertThat(item(AttentionKind.SESSION_WAITING, "0000000b", BUILDER).concerns(session))
        .isFalse();
    assertThat(item(AttentionKind.WORKER_FAILED, "0000000a", BUILDER).concerns(session)).isTrue();
    assertThat(item(AttentionKind.WORKER_FAILED, "0000000a", null).concerns(session)).isFalse();
  }

  @Test
  void aSkippedMissionSaysHowManyOfItsSlotsAndWhy() {
    assertThat(skipped(SlotSpan.of(NOON)))
        .isEqualTo(
            new AttentionItem(
                AttentionKind.MISSION_SKIPPED,
                Urgency.NORMAL,
                NOON,
                "0000000a",
                null,
                "mission nightly skipped a slot: nothing ran it in time",
                "engine why 0000000a"));
    assertThat(skipped(new SlotSpan(NOON, NOON.plusSeconds(60), 2)).reason())
        .isEqualTo("mission nightly skipped 2 slots: nothing ran it in time");
  }

  @Test
  void aMissionThatCannotBeReadSaysWhy() {
    assertThat(
            AttentionItem.ofUnreadable(
                new ScheduledMissionId("0000000a"), NOON, "no such zone\nat all"))
        .isEqualTo(
            new AttentionItem(
                AttentionKind.MISSION_OVERDUE,
                Urgency.NORMAL,
                NOON,
                "0000000a",
                null,
                "mission 0000000a is due and does not run: no such zone",
                "engine db verify"));
  }

  @Test
  void aNoticeThatNobodyWasToldSaysWhatItIs() {
    Notice notice =
        new Notice(BUILDER, NotificationType.MESSAGE, "0000000c", "Friday", "It moved.")
            .on(Terms.PLAIN.with(Urgency.LOW));
    Notification.State.Dead dead = new Notification.State.Dead(NOON, 5, null);
    Notification notification =
        new Notification(new NotificationId("0000000a"), notice, NOON, dead);

    assertThat(AttentionItem.of(notification, dead))
        .isEqualTo(
            new AttentionItem(
                AttentionKind.NOTICE_DEAD,
                Urgency.LOW,
                NOON,
                "0000000a",
                BUILDER,
                "nobody was told after 5 offers: Friday",
                "engine why 0000000a"));
  }

  @Test
  void whatIsAmissWithTheStoreSaysWhatToDo() {
    HeldMigration held =
        new HeldMigration(
            new Migration(new MigrationNumber(29), "drop old tables"),
            "it drops rows\nfor good",
            List.of());

    assertThat(AttentionItem.of(held, NOON))
        .isEqualTo(
            ofStore(
                AttentionKind.MIGRATION_HELD,
                Urgency.LOW,
                "029",
                "migration 029 is held: it drops rows",
                "engine db release 029"));
    assertThat(AttentionItem.of(new BackupStanding.Trouble(NOON, NOON, "no room\non disk")))
        .isEqualTo(
            ofStore(
                AttentionKind.BACKUP_FAILED,
                Urgency.HIGH,
                "backup",
                "backups fail: no room",
                "engine db backup"));
    assertThat(AttentionItem.ofStale(null, NOON))
        .isEqualTo(
            ofStore(
                AttentionKind.BACKUP_STALE,
                Urgency.NORMAL,
                "backup",
                "the database was never backed up",
                "engine db backup"));
    assertThat(AttentionItem.ofStale(new BackupStanding.Known("a.db", NOON), NOON).reason())
        .isEqualTo("the last good backup is of 2026-01-05T12:00:00Z");
  }

  @Test
  void whatIsAmissWithTheMachineSaysWhatToLookAt() {
    DiskRoom room = new DiskRoom(1L << 20, 0, DiskRoom.Reserve.STANDARD);
    LogHold log = new LogHold(65L << 20, List.of(7L));

    assertThat(AttentionItem.ofLow(room, NOON))
        .isEqualTo(
            ofStore(AttentionKind.DISK_LOW, Urgency.HIGH, "disk", room.told(), "engine doctor"));
    assertThat(AttentionItem.ofHeld(log, NOON))
        .isEqualTo(
            ofStore(AttentionKind.LOG_HELD, Urgency.NORMAL, "log", log.told(), "engine doctor"));
    assertThat(AttentionItem.ofSetAside(3, NOON))
        .isEqualTo(
            ofStore(
                AttentionKind.EVENTS_SET_ASIDE,
                Urgency.NORMAL,
                "spool",
                "3 events of hooks could not be read and were set aside",
                "engine doctor"));
    assertThat(AttentionItem.ofLost(new CanaryResult(NOON, 2, List.of("Stop", "Seen"), NOON), NOON))
        .isEqualTo(
            ofStore(
                AttentionKind.CANARY_LOST,
                Urgency.HIGH,
                "canary",
                "hooks do not reach the store: Stop, Seen",
                "engine doctor --canary"));
  }

  private static AttentionItem skipped(SlotSpan slots) {
    ScheduledMission nightly =
        ScheduledMission.added(
            new ScheduledMissionId("0000000b"),
            MissionExamples.plan("nightly"),
            MissionExamples.TIMETABLES,
            NOON);
    Mission.State.Skipped skipped = new Mission.State.Skipped("nothing ran it in time\n");
    Mission mission =
        new Mission(
            new MissionId("0000000a"),
            new Slot(nightly.id(), slots.last()),
            Mission.Occasion.of(slots, NOON),
            null,
            skipped);
    return AttentionItem.of(nightly, mission, skipped);
  }

  private static AttentionItem ofStore(
      AttentionKind kind, Urgency urgency, String subject, String reason, String remedy) {
    return new AttentionItem(kind, urgency, NOON, subject, null, reason, remedy);
  }

  private static AttentionItem item(
      AttentionKind kind, String subject, @Nullable ConversationId of) {
    return new AttentionItem(kind, Urgency.NORMAL, NOON, subject, of, "reason", "remedy");
  }
}
