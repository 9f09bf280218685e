package dev.engine.wire;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.mission.MissedRun;
import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.MissionPolicies;
import dev.engine.domain.mission.Overlap;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.ScheduledMissionId;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.worker.Primitive;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A scheduled mission on the wire; what is not known is absent. */
public record ScheduledMissionJson(
    ScheduledMissionId id,
    Slug slug,
    String name,
    String prompt,
    Primitive primitive,
    Schedule schedule,
    ZoneId timezone,
    @Description("the conversation that is told of each slot that ends")
        @Nullable ConversationId conversationId,
    MissedRun missedRun,
    int maxCatchUp,
    long maxLatenessSeconds,
    Overlap overlap,
    @Nullable Long timeoutSeconds,
    boolean enabled,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant nextSlotAt,
    @Nullable Instant lastSlotAt) {

  public static ScheduledMissionJson of(ScheduledMission mission) {
    MissionPlan plan = mission.plan();
    MissionPolicies policies = plan.policies();
    Duration timeout = policies.timeout();
    return new ScheduledMissionJson(
        mission.id(),
        plan.slug(),
        plan.name(),
        plan.prompt(),
        plan.primitive(),
        plan.schedule(),
        plan.zone(),
        plan.owner(),
        policies.missedRun(),
        policies.maxCatchUp(),
        policies.maxLateness().toSeconds(),
        policies.overlap(),
        timeout == null ? null : timeout.toSeconds(),
        mission.enabled(),
        mission.createdAt(),
        mission.updatedAt(),
        mission.nextSlotAt(),
        mission.lastSlotAt());
  }
}
