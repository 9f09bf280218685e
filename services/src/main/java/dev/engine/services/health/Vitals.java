package dev.engine.services.health;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.CopyStanding;
import dev.engine.services.loop.LoopStatus;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What only a running engine can tell of itself.
 *
 * @param room of its store; null if that is not known
 * @param backups the newest first; empty if there are none
 * @param copy how the continuous copy of its store stands; null if there is none
 * @param loops how each has fared
 */
public record Vitals(
    RunningEngine engine,
    Supplier<@Nullable StoreRoom> room,
    Supplier<List<Backup>> backups,
    Supplier<@Nullable CopyStanding> copy,
    Supplier<List<LoopStatus>> loops) {}
