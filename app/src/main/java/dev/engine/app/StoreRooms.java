package dev.engine.app;

import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.database.DiskRoom;
import dev.engine.domain.database.LogHold;
import dev.engine.domain.database.StoreCondition;
import dev.engine.domain.database.StorePlace;
import dev.engine.persistence.SideFile;
import dev.engine.persistence.SqliteDatabase;
import dev.engine.services.health.StoreRoom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Measures the room that the store of a home takes, and what is left. Opens none of its files. */
final class StoreRooms {

  private final SqliteDatabase database;
  private final Path file;
  private final Supplier<DiskRoom.Reserve> reserve;
  private final Supplier<Optional<CopyStanding>> copy;

  /**
   * @param copy how its continuous copy stands
   */
  StoreRooms(
      SqliteDatabase database,
      Path file,
      Supplier<DiskRoom.Reserve> reserve,
      Supplier<Optional<CopyStanding>> copy) {
    this.database = database;
    this.file = file;
    this.reserve = reserve;
    this.copy = copy;
  }

  /** Whether both are on the same disk, as far as that can be told. */
  static boolean areOnSameDisk(Path one, Path other) {
    try {
      return Files.getFileStore(one).equals(Files.getFileStore(other));
    } catch (IOException unknown) {
      return false;
    }
  }

  /** As it is now. */
  StoreRoom now() {
    SqliteDatabase.LogLength log = database.logLength();
    return new StoreRoom(log.frames(), log.movedFrames(), freeDiskBytes());
  }

  /** How it fares on its disk; who reads is asked for only where that matters. */
  StoreCondition condition() {
    Long free = freeDiskBytes();
    long logBytes = size(SideFile.LOG.of(file));
    LogHold log = new LogHold(logBytes, List.of());
    return new StoreCondition(
        free == null ? null : new DiskRoom(free, size(file), reserve.get()),
        log.isTooLong() ? new LogHold(logBytes, database.readers()) : log,
        copy.get().orElse(null));
  }

  /** Where the store of {@code file} is, or is to be: the nearest folder that is there says it. */
  static StorePlace place(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    Path there = folder == null ? file.toAbsolutePath() : folder;
    try {
      return new StorePlace(there, Files.getFileStore(there).type());
    } catch (IOException unknown) {
      return new StorePlace(there, "unknown");
    }
  }

  private @Nullable Long freeDiskBytes() {
    try {
      return Files.getFileStore(file.resolveSibling("")).getUsableSpace();
    } catch (IOException unknown) {
      return null;
    }
  }

  private static long size(Path measured) {
    try {
      return Files.size(measured);
    } catch (NoSuchFileException none) {
      return 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
