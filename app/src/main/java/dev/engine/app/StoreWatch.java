package dev.engine.app;

import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.host.serving.ReplacedFiles;
import dev.engine.persistence.SideFile;
import dev.engine.persistence.SqliteDatabase;
import dev.engine.persistence.SqliteStorage;
import dev.engine.services.loop.Loop;
import dev.engine.services.loop.Loop.Rest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Sees that the files of a store that is in use stay what they are: those that it has open are
 * those that others find, and they hold what it has read in them. Where that is not so, the store
 * refuses to write.
 */
final class StoreWatch implements Loop.Work {

  private final List<Path> files;
  private final SqliteDatabase database;
  private final SqliteStorage storage;
  private long newestSeen;
  private String stampBefore = "";

  StoreWatch(Path file, SqliteDatabase database, SqliteStorage storage) {
    this.files = List.of(file, SideFile.LOG.of(file), SideFile.INDEX.of(file));
    this.database = database;
    this.storage = storage;
  }

  /**
   * @throws StorageRefused if the files are not what they were
   */
  @Override
  public Rest run() {
    storage.requireLog();
    if (!ReplacedFiles.among(files).isEmpty()) {
      storage.distrust();
    }
    String stamp = stamp();
    if (!stamp.equals(stampBefore)) {
      requireSameJournal();
      stampBefore = stamp;
    }
    return Rest.NOTHING_LEFT;
  }

  /** A file that is overwritten in its place stays the same file, and its journal goes back. */
  private void requireSameJournal() {
    try {
      newestSeen = Math.max(newestSeen, storage.journal().head());
      if (database.journalHead() >= newestSeen) {
        return;
      }
    } catch (StorageRefused noLongerOurs) {
      if (database.isOfNewerEngine()) {
        storage.distrust(
            "a newer Engine has brought %s to its own version".formatted(files.getFirst()));
      }
    }
    storage.distrust();
  }

  /** Changes when somebody writes to the files, us included. */
  private String stamp() {
    StringBuilder stamp = new StringBuilder();
    for (Path file : files) {
      try {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        stamp.append(now.size()).append(' ').append(now.lastModifiedTime()).append(' ');
      } catch (IOException gone) {
        stamp.append("none ");
      }
    }
    return stamp.toString();
  }
}
