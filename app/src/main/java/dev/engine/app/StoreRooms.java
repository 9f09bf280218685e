package dev.engine.app;

import dev.engine.persistence.SqliteDatabase;
import dev.engine.services.health.StoreRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Measures the room that the store of a home takes, and what is left. */
final class StoreRooms {

  private final SqliteDatabase database;
  private final Path folder;

  StoreRooms(SqliteDatabase database, Path file) {
    this.database = database;
    this.folder = file.resolveSibling("");
  }

  /** As it is now. */
  StoreRoom now() {
    SqliteDatabase.LogLength log = database.logLength();
    return new StoreRoom(log.frames(), log.movedFrames(), freeDiskBytes());
  }

  private @Nullable Long freeDiskBytes() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException unknown) {
      return null;
    }
  }
}
