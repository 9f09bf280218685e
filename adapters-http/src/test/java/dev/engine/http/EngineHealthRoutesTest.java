package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.database.BackupName;
import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.database.Progress;
import dev.engine.domain.hook.Door;
import dev.engine.domain.hook.HookBacklog;
import dev.engine.domain.hook.HookCallExamples;
import dev.engine.services.health.StoreRoom;
import dev.engine.services.loop.LoopStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EngineHealthRoutesTest {

  private static final Instant NOON = House.NOON;

  private final House house = House.open();
  private final Api api = new Api(house);

  @AfterEach
  void closeHouse() {
    api.close();
    house.close();
  }

  @Test
  void whatCannotBeToldIsAbsent() {
    assertThat(api.get("/health").body())
        .startsWith(
            """
            {"at":"2026-01-05T12:00:00Z",\
            "engine":{"version":"0.1.0","pid":4711,"startedAt":"2026-01-05T11:00:00Z",\
            "uptimeSeconds":3600},"store":{"file":"system.db",\
            """)
        .contains(
            "\"hooks\":{\"lastHour\":{\"since\":\"2026-01-05T11:00:00Z\",\"count\":0,"
                + "\"overBudgetCount\":0,",
            "\"doors\":[]},\"lastDay\":{\"since\":\"2026-01-04T12:00:00Z\"",
            "\"spoolCount\":0,\"setAsideCount\":0},\"backups\":{\"count\":0},\"loops\":[]}")
        .doesNotContain("walFrames", "diskFreeBytes", "canary", "null");
  }

  @Test
  void theStoreTellsTheRoomItTakes() {
    house.room.set(new StoreRoom(120, 100, 1L << 40));

    assertThat(api.get("/health").body())
        .contains(
            "\"bytes\":0,\"walBytes\":0,\"walFrames\":120,\"walFramesMoved\":100,\"pages\":0,"
                + "\"freePages\":0,",
            "\"pendingMigrations\":[],\"heldMigrations\":[",
            "\"journalHead\":0,\"diskFreeBytes\":1099511627776}");
  }

  @Test
  void theContinuousCopyTellsHowItStands() {
    CopyStanding copy = CopyStanding.begun(Path.of("/mnt/copy"), false).complete(NOON, 4_096);
    house.copy.set(copy);

    assertThat(api.get("/health").body())
        .contains(
            "\"copy\":{\"folder\":\"/mnt/copy\",\"onSameDisk\":false,"
                + "\"completeTo\":\"2026-01-05T12:00:00Z\",\"shippedBytes\":4096}");

    house.copy.set(copy.failed(NOON.plusSeconds(1), "no room"));

    assertThat(api.get("/health").body())
        .contains("\"failingSince\":\"2026-01-05T12:00:01Z\",\"failure\":\"no room\"}");
  }

  @Test
  void hooksTellHowTheirCallsFared() {
    record(1, Door.ENGINE, Duration.ofNanos(3_450_000), NOON.minusSeconds(60));
    record(2, Door.ONE_SHOT, Duration.ofSeconds(3), NOON.minusSeconds(60));
    record(3, Door.SPOOL, Duration.ofSeconds(60), NOON.minusSeconds(7_200));
    house.backlog.set(
        new HookBacklog(2, NOON.minusSeconds(9), 1, NOON.minusSeconds(8), NOON.plusSeconds(60)));

    assertThat(api.get("/health").body())
        .contains(
            """
            "lastHour":{"since":"2026-01-05T11:00:00Z","count":2,"p50Millis":3.4,\
            "p99Millis":3000.0,"overBudgetCount":1,"buckets":[{"upToMillis":1,"count":0},\
            {"upToMillis":2,"count":0},{"upToMillis":4,"count":1},\
            """,
            """
            {"upToMillis":2000,"count":0},{"count":1}],\
            "doors":[{"door":"engine","outcome":"refused","count":1},\
            {"door":"one-shot","outcome":"refused","count":1}]},\
            "lastDay":{"since":"2026-01-04T12:00:00Z","count":3,\
            """,
            """
            {"door":"spool","outcome":"refused","count":1}]},\
            "spoolCount":2,"spoolSince":"2026-01-05T11:59:51Z","setAsideCount":1,\
            "setAsideSince":"2026-01-05T11:59:52Z","spoolOnlyUntil":"2026-01-05T12:01:00Z"}\
            """);
  }

  @Test
  void theDayIsCountedOnceAMinute() {
    String before = api.get("/health").body();
    record(1, Door.ENGINE, Duration.ofMillis(3), NOON.minusSeconds(60));

    assertThat(lastDay(api.get("/health").body())).isEqualTo(lastDay(before));
    house.pass(Duration.ofMinutes(1));
    assertThat(lastDay(api.get("/health").body())).contains("\"count\":1,\"p50Millis\"");
  }

  @Test
  void theCanaryTheBackupsAndTheLoopsTellOfTheirLast() {
    house.storage.canaries().record(11, List.of("Stop"), NOON.minusSeconds(600));
    house.database.take(BackupName.MANUAL, Progress.UNSEEN);
    house.pass(Duration.ofHours(1));
    house.loops.set(
        List.of(
            new LoopStatus("liveness", 7, 1, 0, NOON, "IllegalStateException: once", false),
            new LoopStatus("canary", 0, 0, 0, null, null, true)));

    assertThat(api.get("/health").body())
        .contains(
            """
            "canary":{"flownAt":"2026-01-05T11:50:00Z","arrivedCount":11,"lost":["Stop"],\
            "failingSince":"2026-01-05T11:50:00Z"},"backups":{"count":1,"newest":{"name":"manual",\
            """,
            """
            "ageSeconds":3600},"loops":[{"name":"liveness","lastRoundAt":"2026-01-05T12:00:00Z",\
            "rounds":7,"failuresInARow":0,"lastFailure":"IllegalStateException: once",\
            "ended":false},{"name":"canary","rounds":0,"failuresInARow":0,"ended":true}]}\
            """);
  }

  private static String lastDay(String body) {
    return body.substring(body.indexOf("\"lastDay\""), body.indexOf("\"spoolCount\""));
  }

  private void record(int number, Door door, Duration took, Instant at) {
    house.storage.hookCalls().record(HookCallExamples.call(number, "Stop", door, took, at));
  }
}
