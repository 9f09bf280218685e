package dev.engine.http;

import dev.engine.domain.request.IdempotentRequests;
import dev.engine.http.metrics.Metrics;
import dev.engine.http.resource.Served;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What stands behind the door.
 *
 * @param hooks takes the events of hooks
 * @param waits takes the hooks that wait
 * @param messages takes what agents say
 * @param random draws codes and cookies, so it must be one that nobody can predict
 */
public record Backend(
    Served served,
    IdempotentRequests requests,
    HookListener hooks,
    WaitListener waits,
    McpListener messages,
    Readiness readiness,
    Metrics metrics,
    InstantSource clock,
    RandomGenerator random) {}
