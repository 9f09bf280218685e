package dev.engine.app.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** As many threads as there are processors, which share the tries of an experiment. */
final class Crew {

  private Crew() {}

  /** Carries out {@code action} with each of {@code tries}, in their order, until time is over. */
  static <T> void share(List<T> tries, Budget budget, Consumer<T> action) {
    share(tries.size(), budget, number -> action.accept(tries.get(number)));
  }

  /** Carries out {@code action} with 0 to {@code count - 1}, in this order, until time is over. */
  static void share(int count, Budget budget, IntConsumer action) {
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          for (int i = next.getAndIncrement();
              i < count && !budget.isOver();
              i = next.getAndIncrement()) {
            action.accept(i);
          }
        };
    int size = Runtime.getRuntime().availableProcessors();
    try (ExecutorService crew = Executors.newFixedThreadPool(size)) {
      List<Future<?>> shares = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        shares.add(crew.submit(work));
      }
      await(shares, crew);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(failure.getCause());
    }
  }

  /** An interrupt is passed on. */
  private static void await(List<Future<?>> shares, ExecutorService crew)
      throws ExecutionException {
    try {
      for (Future<?> share : shares) {
        share.get();
      }
    } catch (InterruptedException asked) {
      crew.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
