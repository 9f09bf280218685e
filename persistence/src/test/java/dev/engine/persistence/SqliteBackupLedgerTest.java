package dev.engine.persistence;

import dev.engine.domain.Storage;
import dev.engine.domain.database.BackupLedgerContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteBackupLedgerTest implements BackupLedgerContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public Storage storage() {
    return store.empty();
  }
}
