package dev.engine.mcp;

import dev.engine.domain.host.Pauses;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.request.IdempotentRequests;
import dev.engine.services.Engine;
import java.time.InstantSource;

/**
 * What stands behind the door.
 *
 * @param home whose project's files may be shown
 * @param requests remembers calls that add something, by their id
 * @param pauses how a call waits for the hook that tells who makes it
 * @param version of this program, such as {@code 0.1.0}
 */
public record McpBackend(
    Engine engine,
    HomeFolder home,
    IdempotentRequests requests,
    InstantSource clock,
    Pauses pauses,
    String version) {}
