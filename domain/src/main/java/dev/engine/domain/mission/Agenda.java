package dev.engine.domain.mission;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which missions have to be moved on.
 *
 * @param due those of which a slot has come, the longest due first; then those of which a run that
 *     waited can start
 * @param nextSlotAt when the next slot after those comes; null if none is planned
 */
public record Agenda(List<ScheduledMissionId> due, @Nullable Instant nextSlotAt) {

  public Agenda {
    due = List.copyOf(due);
  }
}
