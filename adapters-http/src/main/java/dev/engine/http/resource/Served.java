package dev.engine.http.resource;

import dev.engine.domain.Changes;
import dev.engine.services.DatabaseMaintenance;
import dev.engine.services.Engine;
import dev.engine.services.EventFeed;
import dev.engine.services.health.EngineHealth;
import java.nio.file.Path;

/**
 * What the API gives access to.
 *
 * @param feed what readers of the event stream wait on; somebody has to look after it
 * @param changes of the store behind {@code engine}
 * @param outputs the folder in which every worker has its own
 * @param health how that engine fares
 */
public record Served(
    Engine engine,
    DatabaseMaintenance database,
    EventFeed feed,
    Changes changes,
    Path outputs,
    EngineHealth health) {}
