package dev.engine.domain.notification;

import dev.engine.domain.Storage;
import dev.engine.domain.testing.InMemoryStorage;
import java.util.random.RandomGenerator;

final class InMemoryNoticeEndsTest implements NoticeEndsContract {

  @Override
  public Storage storage(RandomGenerator random) {
    return new InMemoryStorage(random);
  }
}
