package dev.engine.domain.mission;

import java.time.Instant;

/** One moment at which a scheduled mission is due. */
public record Slot(ScheduledMissionId mission, Instant at) {}
