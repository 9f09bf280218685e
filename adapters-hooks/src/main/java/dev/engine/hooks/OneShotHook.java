package dev.engine.hooks;

import dev.engine.domain.error.EngineException;
import dev.engine.domain.journal.Actor;
import dev.engine.persistence.SqliteStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The door for when no engine is running: opens the database itself, handles what is given, and
 * closes it again.
 */
public final class OneShotHook {

  private final Path database;
  private final Duration busyTimeout;
  private final Surroundings surroundings;
  private final RandomGenerator random;

  /**
   * @param busyTimeout how long to wait for another writer before an event is given up
   */
  public OneShotHook(
      Path database, Duration busyTimeout, Surroundings surroundings, RandomGenerator random) {
    this.database = database;
    this.busyTimeout = busyTimeout;
    this.surroundings = surroundings;
    this.random = random;
  }

  /**
   * Handles {@code calls} in this order and gives the answers in the same order. Never throws: if
   * the database cannot be opened, every answer says so.
   */
  public List<HookAnswer> handle(List<HookCall> calls) {
    List<HookAnswer> answers = new ArrayList<>();
    try (SqliteStorage storage = SqliteStorage.open(database, busyTimeout, random)) {
      answers.addAll(
          new HookDispatcher(storage.as(Actor.HOOK).sessions(), surroundings).handleAll(calls));
    } catch (EngineException failure) {
      return orElse(
          answers, calls, HookAnswer.trouble(failure.code(), String.valueOf(failure.getMessage())));
    } catch (RuntimeException bug) {
      return orElse(answers, calls, HookAnswer.bug(bug));
    }
    return List.copyOf(answers);
  }

  /** What failed after the answers were there was only the closing: they stand. */
  private static List<HookAnswer> orElse(
      List<HookAnswer> answers, List<HookCall> calls, HookAnswer trouble) {
    return answers.isEmpty() ? calls.stream().map(call -> trouble).toList() : List.copyOf(answers);
  }
}
