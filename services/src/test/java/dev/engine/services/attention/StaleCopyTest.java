package dev.engine.services.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Urgency;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.attention.AttentionKind;
import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.database.LogHold;
import dev.engine.domain.database.StoreCondition;
import dev.engine.domain.database.StorePlace;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.services.HomeState;
import dev.engine.services.doctor.Finding;
import dev.engine.services.doctor.StoreConditionCheck;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A continuous copy that stands still is told by attention and doctor, and only while it does. */
final class StaleCopyTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private static final CopyStanding GOOD =
      CopyStanding.begun(Path.of("/mnt/copy"), false).complete(NOON, 100);

  private final AtomicReference<CopyStanding> copy = new AtomicReference<>(GOOD);

  @Test
  void itWaitsUntilItGoesOn() {
    copy.set(GOOD.failed(NOON, "there is no folder /mnt/copy"));

    List<AttentionItem> still = attentionAt(NOON.plusSeconds(61));
    copy.set(copy.get().complete(NOON.plusSeconds(70), 200));

    assertThat(still)
        .containsExactly(
            new AttentionItem(
                AttentionKind.COPY_STALE,
                Urgency.HIGH,
                NOON,
                "copy",
                null,
                "the copy in /mnt/copy stands still: there is no folder /mnt/copy",
                "engine doctor"));
    assertThat(attentionAt(NOON.plusSeconds(71))).isEmpty();
  }

  @Test
  void oneThatFailsForAMomentIsNobodysConcern() {
    copy.set(GOOD.failed(NOON, "no room"));

    assertThat(attentionAt(NOON.plusSeconds(5))).isEmpty();
  }

  @Test
  void theDoctorSaysWhatToDo() {
    copy.set(GOOD.failed(NOON, "no room"));

    assertThat(look())
        .isEqualTo(
            new Finding.Warn(
                "the copy in /mnt/copy stands still: no room",
                "see that the folder is there, has room, and is for this copy alone"));
  }

  @Test
  void theDoctorWarnsOfACopyOnTheSameDisk() {
    copy.set(CopyStanding.begun(Path.of("/srv/copy"), true).complete(NOON, 100));

    assertThat(look())
        .isEqualTo(
            new Finding.Warn(
                "the copy in /srv/copy is on the disk of the database",
                "name a folder on another disk in backup.copy_to"));
  }

  @Test
  void aCopyThatGoesOnIsRight() {
    assertThat(look()).isInstanceOf(Finding.Pass.class);
  }

  private Finding look() {
    StorePlace place = new StorePlace(Path.of("/srv/project"), "ext4");
    return new StoreConditionCheck(() -> place, this::condition).look();
  }

  private List<AttentionItem> attentionAt(Instant time) {
    HomeState known = HomeState.UNKNOWN;
    HomeState home =
        new HomeState(
            known.backlog(),
            known.database(),
            this::condition,
            known.logs(),
            known.backups(),
            known.display());
    return new AttentionQueue(new InMemoryStorage(), home, () -> time).list(Limit.DEFAULT);
  }

  private StoreCondition condition() {
    return new StoreCondition(null, new LogHold(0, List.of()), copy.get());
  }
}
