package dev.engine.hooks;

import dev.engine.domain.host.Pauses;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a door takes of its process.
 *
 * @param clock to the microsecond
 * @param random draws the ids of new rows
 * @param pauses how to wait for another process
 */
public record HookMeans(InstantSource clock, RandomGenerator random, Pauses pauses) {}
