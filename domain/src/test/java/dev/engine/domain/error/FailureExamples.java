package dev.engine.domain.error;

import dev.engine.domain.error.EngineException.AlreadyServing;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.EngineUnavailable;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import java.util.List;

/** Failures for tests. */
public final class FailureExamples {

  private FailureExamples() {}

  /** One of each kind that there is. */
  public static List<EngineException> oneOfEach() {
    return List.of(
        new InvalidInput("limit", "a number", "x"),
        new NotFound("session", "0000beef"),
        new Conflict("taken"),
        new StorageUnavailable("busy"),
        new StorageRefused("damaged"),
        new AlreadyServing("process 4242, on 127.0.0.1:43117"),
        new EngineUnavailable("silent"));
  }
}
