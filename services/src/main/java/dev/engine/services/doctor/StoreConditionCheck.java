package dev.engine.services.doctor;

import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.database.DiskRoom;
import dev.engine.domain.database.FileSystemKind;
import dev.engine.domain.database.StoreCondition;
import dev.engine.domain.database.StorePlace;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** That the store is on a disk that can be relied on and has room, and that its log stays short. */
public final class StoreConditionCheck implements Check {

  private final Supplier<StorePlace> place;
  private final Supplier<StoreCondition> condition;

  public StoreConditionCheck(Supplier<StorePlace> place, Supplier<StoreCondition> condition) {
    this.place = place;
    this.condition = condition;
  }

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public Finding look() {
    StorePlace found = place.get();
    found.requireLocal();
    StoreCondition now = condition.get();
    DiskRoom room = now.room();
    if (room != null && room.isLow()) {
      return new Finding.Warn(
          room.told(), "delete what nobody needs, such as backups and old outputs of workers");
    }
    if (now.log().isTooLong()) {
      return new Finding.Warn(now.log().told(), "end what reads the database for so long");
    }
    CopyStanding copy = now.copy();
    if (copy != null && copy.trouble() != null) {
      return new Finding.Warn(
          "the copy in %s stands still: %s".formatted(copy.folder(), copy.trouble().reason()),
          "see that the folder is there, has room, and is for this copy alone");
    }
    if (copy != null && copy.isOnSameDisk()) {
      return new Finding.Warn(
          "the copy in %s is on the disk of the database".formatted(copy.folder()),
          "name a folder on another disk in backup.copy_to");
    }
    return found.kind() == FileSystemKind.UNKNOWN
        ? new Finding.Warn(
            "the store is on a file system that Engine does not know (%s)"
                .formatted(found.fileSystem()),
            "make sure that it is on this machine: SQLite's locks do not hold over a network")
        : new Finding.Pass("%s, %s".formatted(found.fileSystem(), told(room)));
  }

  private static String told(@Nullable DiskRoom room) {
    return room == null ? "room unknown" : "%,d MiB free".formatted(room.freeBytes() >> 20);
  }
}
