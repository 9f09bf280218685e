package dev.engine.http;

import dev.engine.domain.request.IdempotentRequests;
import dev.engine.http.metrics.Metrics;
import dev.engine.services.Engine;
import dev.engine.services.EventFeed;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What stands behind the door.
 *
 * @param feed what readers of the event stream wait on; somebody has to look after it
 * @param outputs the folder in which every worker has its own
 * @param hooks takes the events of hooks
 * @param random draws codes and cookies, so it must be one that nobody can predict
 */
public record Backend(
    Engine engine,
    EventFeed feed,
    Path outputs,
    IdempotentRequests requests,
    HookListener hooks,
    Readiness readiness,
    Metrics metrics,
    InstantSource clock,
    RandomGenerator random) {}
