package dev.engine.services.health;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.database.DatabaseStatus;
import dev.engine.domain.hook.CanaryResult;
import dev.engine.domain.hook.HookBacklog;
import dev.engine.domain.hook.HookLoad;
import dev.engine.services.loop.LoopStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an engine fares.
 *
 * @param at when it was so
 * @param canary the flight that was remembered last; null if there was none
 * @param backups the newest first
 * @param copy how the continuous copy stands; null if there is none
 */
public record Health(
    Instant at,
    RunningEngine engine,
    Store store,
    Hooks hooks,
    @Nullable CanaryResult canary,
    List<Backup> backups,
    @Nullable CopyStanding copy,
    List<LoopStatus> loops) {

  public Health {
    backups = List.copyOf(backups);
    loops = List.copyOf(loops);
  }

  /**
   * The store.
   *
   * @param file what is known of its file
   * @param room null if it is not known
   * @param journalHead the position of the newest event; 0 if there never was one
   */
  public record Store(DatabaseStatus file, @Nullable StoreRoom room, long journalHead) {}

  /**
   * The hooks.
   *
   * @param lastHour the calls of the last hour
   * @param lastDay those of the last day, which may be a minute old
   * @param backlog what they have left behind
   */
  public record Hooks(HookLoad lastHour, HookLoad lastDay, HookBacklog backlog) {}
}
