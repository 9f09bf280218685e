package dev.engine.persistence;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.persistence.Transactions.Work;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A work that one thread hands to another, which has the connection, and the way back of what came
 * of it.
 */
final class Handover<T> {

  /** What came of it, once it is {@link #finish finished}. */
  private sealed interface Outcome<T> {

    record Done<T>(T result) implements Outcome<T> {}

    record Failed<T>(Throwable failure) implements Outcome<T> {}

    /** Not by itself: what it was done together with failed. */
    record Undone<T>(Throwable failure) implements Outcome<T> {}
  }

  /** Runs a work in the way of one who has a connection. */
  interface Runner {
    <T> T run(Work<T> work) throws SQLException;
  }

  private final Work<T> work;
  private final CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();
  private @Nullable Outcome<T> preliminary;

  Handover(Work<T> work) {
    this.work = work;
  }

  /**
   * Does the work; whoever handed it over does not hear of it yet.
   *
   * @throws StoreConnection.TransactionLost if it took the whole transaction with it
   */
  void run(Runner runner) throws StoreConnection.TransactionLost {
    try {
      preliminary = new Outcome.Done<>(runner.run(work));
    } catch (StoreConnection.TransactionLost lost) {
      throw lost;
    } catch (Throwable failure) { // an Error is the caller's too: the thread goes on
      preliminary = new Outcome.Failed<>(failure);
    }
  }

  /** Lets the caller have what came of it. */
  void finish() {
    outcome.complete(Objects.requireNonNull(preliminary));
  }

  /** Lets the caller know that nothing came of it, for a reason that others may share. */
  void undone(Throwable reason) {
    outcome.complete(new Outcome.Undone<>(reason));
  }

  /**
   * Waits until it is finished. An interrupt does not end the wait, for the work would be done
   * nevertheless; it is kept for whatever the thread waits for next.
   */
  T result(Path file) {
    return switch (outcome.join()) {
      case Outcome.Done<T> done -> done.result();
      case Outcome.Failed<T> failed -> throw failed(file, failed.failure());
      case Outcome.Undone<T> undone -> throw undone(file, undone.failure());
    };
  }

  private static RuntimeException failed(Path file, Throwable failure) {
    return switch (failure) {
      case InvalidInput damaged -> StorageFailures.ofStep(file, damaged);
      case RuntimeException passedOn -> seenFromHere(passedOn);
      case Exception translated -> StorageFailures.ofStep(file, translated);
      default -> throw seenFromHere((Error) failure);
    };
  }

  /** A failure of its own for each caller, so that each has its own stack trace. */
  private static RuntimeException undone(Path file, Throwable failure) {
    return switch (failure) {
      case StorageUnavailable shared ->
          new StorageUnavailable(String.valueOf(shared.getMessage()), shared);
      case StorageRefused shared -> new StorageRefused(String.valueOf(shared.getMessage()), shared);
      case SQLException sql -> StorageFailures.of(file, sql);
      default -> new IllegalStateException("the thread that writes failed", failure);
    };
  }

  /** The frames of the thread that did it, then those of the one that wanted it. */
  private static <X extends Throwable> X seenFromHere(X failure) {
    failure.setStackTrace(
        Stream.of(failure.getStackTrace(), new Throwable().getStackTrace())
            .flatMap(Stream::of)
            .toArray(StackTraceElement[]::new));
    return failure;
  }
}
