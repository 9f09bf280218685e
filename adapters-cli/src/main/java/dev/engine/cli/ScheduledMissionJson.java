package dev.engine.cli;

import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.MissionPolicies;
import dev.engine.domain.mission.ScheduledMission;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What runs on a schedule, on the wire. Times are ISO-8601 in UTC; what is not known is absent.
 *
 * @param schedule five cron fields, a macro such as {@code @daily}, {@code every 15m} or {@code
 *     once 2026-01-05T09:00}
 * @param timezone an IANA zone, which the schedule is read in
 * @param conversationId the conversation that is told of each slot that ends
 * @param missedRun {@code skip}, {@code once} or {@code all}
 * @param overlap {@code skip}, {@code queue} or {@code parallel}
 */
record ScheduledMissionJson(
    String id,
    String slug,
    String name,
    String prompt,
    String primitive,
    String schedule,
    String timezone,
    @Nullable String conversationId,
    String missedRun,
    int maxCatchUp,
    long maxLatenessSeconds,
    String overlap,
    @Nullable Long timeoutSeconds,
    boolean enabled,
    String createdAt,
    String updatedAt,
    @Nullable String nextSlotAt,
    @Nullable String lastSlotAt) {

  static ScheduledMissionJson of(ScheduledMission mission) {
    MissionPlan plan = mission.plan();
    MissionPolicies policies = plan.policies();
    Duration timeout = policies.timeout();
    return new ScheduledMissionJson(
        mission.id().value(),
        plan.slug().value(),
        plan.name(),
        plan.prompt(),
        plan.primitive().value(),
        plan.schedule().text(),
        plan.zone().getId(),
        plan.owner() == null ? null : plan.owner().value(),
        policies.missedRun().wireName(),
        policies.maxCatchUp(),
        policies.maxLateness().toSeconds(),
        policies.overlap().wireName(),
        timeout == null ? null : timeout.toSeconds(),
        mission.enabled(),
        mission.createdAt().toString(),
        mission.updatedAt().toString(),
        text(mission.nextSlotAt()),
        text(mission.lastSlotAt()));
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
