package dev.engine.services.worker;

import dev.engine.domain.worker.Capacity;
import dev.engine.domain.worker.Primitive;
import java.util.HashMap;
import java.util.Map;

/**
 * How all workers are run.
 *
 * @param maxParallel so many at a time in all, 0 or more
 * @param usual of the primitives that have no profile of their own
 */
public record WorkerProfiles(
    int maxParallel, Map<Primitive, WorkerProfile> byPrimitive, WorkerProfile usual) {

  public WorkerProfiles {
    byPrimitive = Map.copyOf(byPrimitive);
  }

  WorkerProfile of(Primitive primitive) {
    return byPrimitive.getOrDefault(primitive, usual);
  }

  Capacity capacity() {
    Map<Primitive, Integer> own = new HashMap<>();
    byPrimitive.forEach((primitive, profile) -> own.put(primitive, profile.parallel()));
    return new Capacity(maxParallel, own, usual.parallel());
  }
}
