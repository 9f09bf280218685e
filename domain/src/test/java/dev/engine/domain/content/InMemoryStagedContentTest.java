package dev.engine.domain.content;

import dev.engine.domain.journal.InMemoryJournal;
import dev.engine.domain.notification.InMemoryNotifications;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.testing.ScriptedRandom;
import java.util.random.RandomGenerator;

final class InMemoryStagedContentTest implements StagedContentContract {

  private final InMemoryJournal journal = new InMemoryJournal();
  private final Notifications notifications =
      new InMemoryNotifications(new ScriptedRandom(1), journal);

  @Override
  public StagedContent stagedContent(RandomGenerator random) {
    return new InMemoryStagedContent(random, notifications, journal);
  }

  @Override
  public Notifications notifications() {
    return notifications;
  }
}
