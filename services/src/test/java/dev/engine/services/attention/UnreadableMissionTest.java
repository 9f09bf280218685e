package dev.engine.services.attention;

import static dev.engine.domain.mission.MissionExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Storage;
import dev.engine.domain.Urgency;
import dev.engine.domain.attention.AttentionItem;
import dev.engine.domain.error.EngineException.StorageRefused;
import dev.engine.domain.mission.Mission;
import dev.engine.domain.mission.MissionExamples;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.ScheduledMissions;
import dev.engine.domain.mission.Slot;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingExamples;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.services.HomeState;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A mission whose row cannot be read waits for the person itself, and hides nothing else. */
final class UnreadableMissionTest {

  private final InMemoryStorage storage = new InMemoryStorage();
  private final ScheduledMission mission =
      MissionExamples.stored(storage.scheduledMissions(), "sick");
  private final Instant due = Objects.requireNonNull(mission.nextSlotAt());

  @Test
  void oneThatIsDueIsToldBesideAllElse() {
    Ping ping = storage.pings().send(PingExamples.appeal(Urgency.HIGH, "Deploy now?"), NOON);

    assertThat(attention(due).list(Limit.DEFAULT))
        .containsExactly(
            AttentionItem.of(ping),
            AttentionItem.ofUnreadable(
                mission.id(), due.truncatedTo(ChronoUnit.DAYS), "no such zone"));
  }

  @Test
  void whatBecameOfItsSlotsHidesNothing() {
    Slot failed = new Slot(mission.id(), NOON);
    Slot skipped = new Slot(mission.id(), NOON.plusSeconds(1));
    storage.missions().record(failed, null, new Mission.State.Failed(null, NOON, null), NOON);
    storage.missions().record(skipped, null, new Mission.State.Skipped("late"), NOON);
    Ping ping = storage.pings().send(PingExamples.appeal(Urgency.HIGH, "Deploy now?"), NOON);

    assertThat(attention(NOON).list(Limit.DEFAULT)).containsExactly(AttentionItem.of(ping));
  }

  private AttentionQueue attention(Instant now) {
    return new AttentionQueue(sick(storage), HomeState.UNKNOWN, () -> now);
  }

  /** The same store, which cannot read the mission. */
  private Storage sick(Storage store) {
    ScheduledMissions missions = store.scheduledMissions();
    ScheduledMissions sick =
        (ScheduledMissions)
            proxy(
                ScheduledMissions.class,
                (proxy, method, arguments) -> {
                  if (method.getName().equals("list") || mission.id().equals(arguments[0])) {
                    throw new StorageRefused("no such zone");
                  }
                  return method.invoke(missions, arguments);
                });
    return (Storage)
        proxy(
            Storage.class,
            (proxy, method, arguments) ->
                method.getName().equals("scheduledMissions")
                    ? sick
                    : method.invoke(store, arguments));
  }

  private static Object proxy(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(
        UnreadableMissionTest.class.getClassLoader(), new Class<?>[] {type}, handler);
  }
}
