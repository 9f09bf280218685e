package dev.engine.persistence;

import dev.engine.domain.Storage;
import dev.engine.domain.account.AccountEventsContract;
import dev.engine.domain.contact.ContactEventsContract;
import dev.engine.domain.content.StagedEventsContract;
import dev.engine.domain.journal.JournalContract;
import dev.engine.domain.mission.MissionEventsContract;
import dev.engine.domain.notification.NotificationEventsContract;
import dev.engine.domain.ping.PingEventsContract;
import dev.engine.domain.priority.PriorityEventsContract;
import dev.engine.domain.session.SessionEventsContract;
import dev.engine.domain.worker.WorkerEventsContract;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteJournalTest
    implements JournalContract,
        AccountEventsContract,
        ContactEventsContract,
        StagedEventsContract,
        MissionEventsContract,
        NotificationEventsContract,
        PingEventsContract,
        PriorityEventsContract,
        SessionEventsContract,
        WorkerEventsContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public Storage storage(RandomGenerator random) {
    return store.empty(random);
  }
}
