package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.Answering;
import dev.engine.domain.ping.PingExamples;
import dev.engine.domain.ping.PingId;
import dev.engine.domain.ping.PingsContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class JooqPingsTest implements PingsContract {

  @TempDir private Path folder;

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public Storage storage(RandomGenerator random) {
    return store.empty(random);
  }

  @Test
  void ofManyWhoAnswerAtOnceOneIsFirst() throws Exception {
    int callers = 8;
    Path file = TestDatabases.file(folder);
    try (SqliteStorage first = open(file);
        ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      PingId id = first.pings().send(PingExamples.question("Deploy now?"), PingExamples.NOON).id();

      List<Future<Answering>> answers =
          threads.invokeAll(Collections.nCopies(callers, () -> answer(file, id)));

      List<Answering> outcomes = new ArrayList<>();
      for (Future<Answering> answer : answers) {
        outcomes.add(answer.get());
      }
      assertThat(outcomes).filteredOn(Answering.AnsweredNow.class::isInstance).hasSize(1);
      assertThat(outcomes)
          .filteredOn(Answering.AnsweredBefore.class::isInstance)
          .hasSize(callers - 1);
      assertThat(first.notifications().list(NotificationFilter.ALL, Page.FIRST).items()).hasSize(1);
    }
  }

  /** Answers over a connection of its own, as another process would. */
  private static Answering answer(Path file, PingId id) {
    try (SqliteStorage storage = open(file)) {
      return storage.pings().answer(id, new Answer("yes"), PingExamples.NOON);
    }
  }

  private static SqliteStorage open(Path file) {
    return SqliteStorage.open(file, TestDatabases.BUSY_TIMEOUT, RandomGenerator.getDefault());
  }
}
