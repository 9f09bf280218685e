package dev.engine.domain.journal;

import dev.engine.domain.Storage;
import dev.engine.domain.account.AccountEventsContract;
import dev.engine.domain.contact.ContactEventsContract;
import dev.engine.domain.content.StagedEventsContract;
import dev.engine.domain.mission.MissionEventsContract;
import dev.engine.domain.notification.NotificationEventsContract;
import dev.engine.domain.ping.PingEventsContract;
import dev.engine.domain.priority.PriorityEventsContract;
import dev.engine.domain.session.SessionEventsContract;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.WorkerEventsContract;
import java.util.random.RandomGenerator;

final class InMemoryJournalTest
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

  @Override
  public Storage storage(RandomGenerator random) {
    return new InMemoryStorage(random);
  }
}
