package dev.engine.services.attention;

import dev.engine.domain.Storage;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.database.AppliedMigration;
import dev.engine.domain.database.BackupStanding;
import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.database.DatabaseStatus;
import dev.engine.domain.database.DiskRoom;
import dev.engine.domain.database.StoreCondition;
import dev.engine.services.HomeState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the database wants: a release, a backup, a copy, room on its disk, an end of a long read.
 */
final class StoreTroubles implements AttentionSource {

  private final Storage storage;
  private final HomeState home;

  StoreTroubles(Storage storage, HomeState home) {
    this.storage = storage;
    this.home = home;
  }

  @Override
  public Stream<AttentionItem> at(Instant now) {
    return Stream.of(heldMigrations(), backups(now), staleCopy(now), troubles(now))
        .flatMap(items -> items);
  }

  private Stream<AttentionItem> heldMigrations() {
    return home.database().get().state() instanceof DatabaseStatus.State.Present file
            && !file.applied().isEmpty()
        ? file.held().stream().map(held -> AttentionItem.of(held, file.applied().getFirst().at()))
        : Stream.empty();
  }

  /** Both go with the next good backup. */
  private Stream<AttentionItem> backups(Instant now) {
    BackupStanding standing = storage.backupLedger().standing(now);
    Stream<AttentionItem> failing =
        standing.trouble() == null
            ? Stream.empty()
            : Stream.of(AttentionItem.of(standing.trouble()));
    Stream<AttentionItem> stale =
        begunAt().flatMap(begun -> home.backups().get().staleSince(standing, begun, now)).stream()
            .map(since -> AttentionItem.ofStale(standing.latest(), since));
    return Stream.concat(failing, stale);
  }

  /** It goes when the copy goes on. */
  private Stream<AttentionItem> staleCopy(Instant now) {
    CopyStanding copy = home.condition().get().copy();
    return copy == null
        ? Stream.empty()
        : copy.staleAt(now).stream().map(trouble -> AttentionItem.ofStale(copy.folder(), trouble));
  }

  /** When the database was made; empty if nobody knows. */
  private Optional<Instant> begunAt() {
    return home.database().get().state() instanceof DatabaseStatus.State.Present file
        ? file.applied().stream().findFirst().map(AppliedMigration::at)
        : Optional.empty();
  }

  /** Since the day that it is, for nobody keeps when they began. */
  private Stream<AttentionItem> troubles(Instant now) {
    StoreCondition store = home.condition().get();
    Instant day = now.truncatedTo(ChronoUnit.DAYS);
    DiskRoom room = store.room();
    return Stream.concat(
        room != null && room.isLow() ? Stream.of(AttentionItem.ofLow(room, day)) : Stream.empty(),
        store.log().isTooLong()
            ? Stream.of(AttentionItem.ofHeld(store.log(), day))
            : Stream.empty());
  }
}
