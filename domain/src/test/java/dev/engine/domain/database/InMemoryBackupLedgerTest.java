package dev.engine.domain.database;

import dev.engine.domain.Storage;
import dev.engine.domain.testing.InMemoryStorage;

final class InMemoryBackupLedgerTest implements BackupLedgerContract {

  @Override
  public Storage storage() {
    return new InMemoryStorage();
  }
}
