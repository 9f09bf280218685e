package dev.engine.services.violating;

import dev.engine.persistence.SqliteStorage;
import java.time.Instant;

/** Breaks: services know the domain only; only hooks go direct; time; names. */
public final class WorkerManager {
  SqliteStorage storage;

  WorkerManager(SqliteStorage storage) {
    this.storage = storage;
  }

  Instant now() {
    return Instant.now();
  }
}
