package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmptyFileRaceTest {

  private static final int THREADS = 4;

  /** One in a hundred of those that open it was refused when they took no turns. */
  private static final int ROUNDS = 300;

  @TempDir private Path folder;

  @Test
  void allThatOpenAnEmptyFileAtOnceGetIt() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int round = 0; round < ROUNDS; round++) {
        Path file = folder.resolve(Integer.toString(round)).resolve("system.db");
        DatabaseFiles.createIfMissing(file);
        for (Future<Boolean> isEmpty : openedAtOnce(threads, file)) {
          assertThat(isEmpty.get()).isTrue();
        }
      }
    }
  }

  private static List<Future<Boolean>> openedAtOnce(ExecutorService threads, Path file) {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      all.add(
          threads.submit(
              () -> {
                start.await();
                try (var opened = Connections.openAnyAgeOrEmpty(file, TestDatabases.BUSY_TIMEOUT)) {
                  return Connections.isEmpty(opened);
                }
              }));
    }
    return all;
  }
}
