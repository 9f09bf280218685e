package dev.engine.app;

import dev.engine.persistence.EndedRead;
import dev.engine.persistence.SqliteStorage;
import dev.engine.services.loop.Loop;
import dev.engine.services.loop.Loop.Rest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends reads of the engine's own that do not come to an end, and says in the log which. */
final class LongReads implements Loop.Work {

  private static final Logger LOG = LoggerFactory.getLogger(LongReads.class);

  private final SqliteStorage storage;

  LongReads(SqliteStorage storage) {
    this.storage = storage;
  }

  @Override
  public Rest run() {
    for (EndedRead ended : storage.endLongReads()) {
      LOG.warn("{} read for {} ms and was ended", ended.reader(), ended.length().toMillis());
    }
    return Rest.NOTHING_LEFT;
  }
}
