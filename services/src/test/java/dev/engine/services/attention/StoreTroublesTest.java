package dev.engine.services.attention;

import static dev.engine.domain.ping.PingExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.engine.domain.Limit;
import dev.engine.domain.Urgency;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.attention.AttentionKind;
import dev.engine.domain.database.AppliedMigration;
import dev.engine.domain.database.BackupExamples;
import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.BackupPolicy;
import dev.engine.domain.database.DatabaseStatus;
import dev.engine.domain.database.DiskRoom;
import dev.engine.domain.database.FileSize;
import dev.engine.domain.database.HeldMigration;
import dev.engine.domain.database.LogHold;
import dev.engine.domain.database.Migration;
import dev.engine.domain.database.MigrationNumber;
import dev.engine.domain.database.StoreCondition;
import dev.engine.domain.hook.HookBacklog;
import dev.engine.domain.host.PaneDisplay;
import dev.engine.domain.host.WorkerLogs;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.services.Engine;
import dev.engine.services.HomeState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the database wants of the person waits for them until they, or it, see to it. */
final class StoreTroublesTest {

  private static final Instant NOW = NOON.plusSeconds(3_600);

  private final InMemoryStorage storage = new InMemoryStorage();
  private final AttentionQueue attention =
      new Engine(storage, InstantSource.fixed(NOW), new SplittableRandom(1)).attention();

  @Test
  void aHeldMigrationWaitsUntilItIsSeen() {
    Migration drop = new Migration(new MigrationNumber(29), "drop session notifications");
    AttentionQueue withFile =
        attentionOver(present(List.of(new HeldMigration(drop, "drops a table", List.of()))), NOW);

    List<AttentionItem> items = withFile.list(Limit.DEFAULT);

    assertThat(items)
        .containsExactly(
            new AttentionItem(
                AttentionKind.MIGRATION_HELD,
                Urgency.LOW,
                NOON,
                "029",
                null,
                "migration 029 is held: drops a table",
                "engine db release 029"));
    withFile.acknowledge("029");
    assertThat(withFile.list(Limit.DEFAULT)).isEmpty();
  }

  @Test
  void backupsThatFailWaitUntilOneIsGood() {
    storage.backupLedger().fail(BackupName.MANUAL, "the disk is full", NOON);

    assertThat(attention.list(Limit.DEFAULT))
        .containsExactly(
            new AttentionItem(
                AttentionKind.BACKUP_FAILED,
                Urgency.HIGH,
                NOON,
                "backup",
                null,
                "backups fail: the disk is full",
                "engine db backup"));
    storage.backupLedger().agree(() -> List.of(BackupExamples.taken(30)), NOW);
    assertThat(attention.list(Limit.DEFAULT)).isEmpty();
  }

  @Test
  void aDatabaseWithoutAYoungBackupWaitsForOne() {
    AttentionQueue withFile = attentionOver(present(List.of()), NOON.plus(Duration.ofHours(90)));
    storage.backupLedger().agree(() -> List.of(BackupExamples.taken(0)), NOON);

    assertThat(withFile.list(Limit.DEFAULT))
        .containsExactly(
            new AttentionItem(
                AttentionKind.BACKUP_STALE,
                Urgency.NORMAL,
                NOON.plus(Duration.ofDays(3)),
                "backup",
                null,
                "the last good backup is of 2026-01-05T12:00:00Z",
                "engine db backup"));
    storage.backupLedger().agree(() -> List.of(BackupExamples.taken(60 * 24)), NOON);
    assertThat(withFile.list(Limit.DEFAULT)).isEmpty();
  }

  @Test
  void aDatabaseThatIsOldEnoughIsToHaveABackup() {
    AttentionQueue young = attentionOver(present(List.of()), NOON.plus(Duration.ofHours(71)));
    AttentionQueue old = attentionOver(present(List.of()), NOON.plus(Duration.ofHours(73)));

    assertThat(young.list(Limit.DEFAULT)).isEmpty();
    assertThat(old.list(Limit.DEFAULT))
        .extracting(AttentionItem::reason)
        .containsExactly("the database was never backed up");
  }

  @Test
  void aDiskThatIsNearlyFullWaitsUntilThereIsRoom() {
    AtomicReference<StoreCondition> store = new AtomicReference<>(condition(12, 0));
    AttentionQueue withDisk = new AttentionQueue(storage, home(store::get), () -> NOW);

    List<AttentionItem> nearlyFull = withDisk.list(Limit.DEFAULT);
    store.set(condition(2_000, 0));

    assertThat(nearlyFull)
        .containsExactly(
            new AttentionItem(
                AttentionKind.DISK_LOW,
                Urgency.HIGH,
                NOW.truncatedTo(ChronoUnit.DAYS),
                "disk",
                null,
                "12 MiB are free on the disk of the store, 1,024 are to stay free",
                "engine doctor"));
    assertThat(withDisk.list(Limit.DEFAULT)).isEmpty();
  }

  @Test
  void aDiskThatWasAcknowledgedIsToldAgainTheNextDay() {
    StoreCondition low = condition(12, 0);
    new AttentionQueue(storage, home(() -> low), () -> NOW).acknowledge("disk");
    Instant tomorrow = NOW.plus(1, ChronoUnit.DAYS);

    assertThat(new AttentionQueue(storage, home(() -> low), () -> NOW).list(Limit.DEFAULT))
        .isEmpty();
    assertThat(new AttentionQueue(storage, home(() -> low), () -> tomorrow).list(Limit.DEFAULT))
        .hasSize(1);
  }

  @Test
  void aLogThatSomebodyHoldsWaits() {
    AttentionQueue withLog =
        new AttentionQueue(storage, home(() -> condition(2_000, 70)), () -> NOW);

    assertThat(withLog.list(Limit.DEFAULT))
        .extracting(AttentionItem::kind, AttentionItem::reason)
        .containsExactly(
            tuple(
                AttentionKind.LOG_HELD,
                "the write-ahead log has 70 MiB: process 4242 reads on and on"));
  }

  private AttentionQueue attentionOver(DatabaseStatus status, Instant now) {
    return new AttentionQueue(
        storage,
        new HomeState(
            () -> HookBacklog.NONE,
            () -> status,
            () -> StoreCondition.UNKNOWN,
            WorkerLogs.NONE,
            () -> BackupPolicy.STANDARD,
            PaneDisplay.NONE),
        () -> now);
  }

  /** A file that was made at noon. */
  private static DatabaseStatus present(List<HeldMigration> held) {
    Migration first = new Migration(new MigrationNumber(1), "sessions");
    return new DatabaseStatus(
        Path.of("system.db"),
        new DatabaseStatus.State.Present(
            30,
            List.of(new AppliedMigration(first, NOON)),
            List.of(),
            held,
            new FileSize(4_096, 0, 1, 0)));
  }

  private static HomeState home(Supplier<StoreCondition> condition) {
    HomeState known = HomeState.UNKNOWN;
    return new HomeState(
        known.backlog(),
        known.database(),
        condition,
        known.logs(),
        known.backups(),
        known.display());
  }

  private static StoreCondition condition(long freeMib, long logMib) {
    return new StoreCondition(
        new DiskRoom(freeMib << 20, 1L << 20, DiskRoom.Reserve.STANDARD),
        new LogHold(logMib << 20, List.of(4_242L)));
  }
}
