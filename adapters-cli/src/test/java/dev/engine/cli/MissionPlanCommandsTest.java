package dev.engine.cli;

import static dev.engine.domain.mission.MissionExamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.mission.MissedRun;
import dev.engine.domain.mission.MissionPlan;
import dev.engine.domain.mission.MissionPolicies;
import dev.engine.domain.mission.Overlap;
import dev.engine.domain.mission.Schedule;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.mission.Timing;
import dev.engine.domain.worker.Primitive;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.domain.worker.WorkerId;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that plan missions, and have them run. */
final class MissionPlanCommandsTest {

  private final CliRun cli = new CliRun();

  @Test
  void aMissionIsAddedWithWhatSomebodyMeansWhoSaysLittle() {
    CliRun.Result result =
        cli.run("mission", "add", "nightly", "Summarise.", "--schedule", "0 7 * * mon-fri");

    assertThat(result)
        .isEqualTo(
            new CliRun.Result(0, "mission nightly: enabled, next slot 2026-01-06T07:00:00Z\n", ""));
    assertThat(plan("nightly"))
        .isEqualTo(
            new MissionPlan(
                new Slug("nightly"),
                "nightly",
                "Summarise.",
                Primitive.RESEARCH,
                Timing.of(Schedule.parse("0 7 * * mon-fri"), ZoneOffset.UTC),
                null));
  }

  @Test
  void aMissionIsAddedWithEverythingThatAPlanHas() {
    cli.piping("Look.")
        .run(
            "mission",
            "add",
            "watch",
            "-",
            "--schedule",
            "every 15m",
            "--zone",
            "Europe/Berlin",
            "--name",
            "Is it up?",
            "--primitive",
            "monitor",
            "--conversation",
            "chief-2026-01-05",
            "--missed",
            "all",
            "--max-catch-up",
            "3",
            "--max-lateness",
            "6h",
            "--overlap",
            "queue",
            "--timeout",
            "90s");

    assertThat(plan("watch"))
        .isEqualTo(
            new MissionPlan(
                new Slug("watch"),
                "Is it up?",
                "Look.",
                Primitive.MONITOR,
                new Timing(
                    Schedule.parse("every 15m"),
                    ZoneId.of("Europe/Berlin"),
                    new MissionPolicies(
                        MissedRun.ALL,
                        3,
                        Duration.ofHours(6),
                        Overlap.QUEUE,
                        Duration.ofSeconds(90))),
                new ConversationId("chief-2026-01-05")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nightly a --schedule @daily",
        "nightly --schedule @daily",
        "nightly a",
        "nightly a --schedule sometimes",
        "nightly a --schedule @daily --zone +01:00",
        "nightly a --schedule @daily --missed never",
        "nightly a --schedule @daily --max-catch-up 0",
        "nightly a --schedule @daily --max-lateness 10s",
        "nightly a --schedule @daily --overlap mix",
        "nightly a --schedule @daily --timeout 31d"
      })
  void whatNoPlanHasIsWrongUsage(String line) {
    CliRun.Result result = cli.run(("mission add " + line).split(" ", -1));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("engine: ");
  }

  @Test
  void anEditChangesWhatItNames() {
    stored(cli.storage().scheduledMissions(), "nightly");
    MissionPlan before = plan("nightly");
    cli.run("mission", "edit", "nightly", "--timeout", "90s");

    CliRun.Result result =
        cli.run(
            "mission",
            "edit",
            "nightly",
            "--name",
            "Often",
            "--schedule",
            "@hourly",
            "--missed",
            "skip",
            "--no-timeout");

    assertThat(result.out())
        .isEqualTo("mission nightly: enabled, next slot 2026-01-05T13:00:00Z\n");
    MissionPolicies usual = before.policies();
    assertThat(plan("nightly"))
        .isEqualTo(
            new MissionPlan(
                before.slug(),
                "Often",
                before.prompt(),
                before.primitive(),
                new Timing(
                    Schedule.parse("@hourly"),
                    before.zone(),
                    new MissionPolicies(
                        MissedRun.SKIP,
                        usual.maxCatchUp(),
                        usual.maxLateness(),
                        usual.overlap(),
                        null)),
                null));
  }

  @Test
  void whatIsChangedWhileThePromptIsTypedStays() {
    stored(cli.storage().scheduledMissions(), "nightly");
    MissionPolicies usual = plan("nightly").policies();

    cli.piping("Look.", () -> cli.run("mission", "edit", "nightly", "--overlap", "queue"))
        .run("mission", "edit", "nightly", "--prompt", "-", "--missed", "skip");

    assertThat(plan("nightly").prompt()).isEqualTo("Look.");
    assertThat(plan("nightly").policies())
        .isEqualTo(
            new MissionPolicies(
                MissedRun.SKIP, usual.maxCatchUp(), usual.maxLateness(), Overlap.QUEUE, null));
  }

  @Test
  void aMissionIsDisabledEnabledAndRemoved() {
    stored(cli.storage().scheduledMissions(), "nightly");

    assertThat(cli.run("mission", "disable", "nightly").out())
        .isEqualTo("mission nightly: disabled\n");
    assertThat(cli.run("mission", "enable", "nightly").out())
        .isEqualTo("mission nightly: enabled, next slot 2026-01-05T23:00:00Z\n");
    assertThat(cli.run("mission", "remove", "nightly").out())
        .isEqualTo("removed mission nightly\n");
    assertThat(cli.run("mission", "remove", "nightly").exitCode()).isEqualTo(3);
  }

  @Test
  void thePreviewSaysWhenByTheClockOfTheMission() {
    cli.run("mission add nightly Look. --schedule @daily --zone Europe/Berlin".split(" ", -1));

    assertThat(cli.run("mission", "preview", "nightly", "-n", "2").out())
        .isEqualTo(
            """
            SLOT                  IN   AT Europe/Berlin
            2026-01-05T23:00:00Z  10h  Tue 2026-01-06 00:00:00 +01:00
            2026-01-06T23:00:00Z  1d   Wed 2026-01-07 00:00:00 +01:00
            """);
    assertThat(cli.run("mission", "preview", "nightly", "-n", "1", "--json").out())
        .isEqualTo("[ \"2026-01-05T23:00:00Z\" ]\n");
  }

  @Test
  void aScheduleIsPreviewedThatIsNoMissions() {
    CliRun.Result result =
        cli.run(
            "mission",
            "preview",
            "--schedule",
            "30 2 29 3 *",
            "--zone",
            "Europe/Berlin",
            "-n",
            "1");

    assertThat(result.out()).contains("2026-03-29T01:00:00Z", "Sun 2026-03-29 03:00:00 +02:00");
    assertThat(cli.run("mission", "preview", "--schedule", "once 2020-01-05T09:00").out())
        .isEqualTo("No slot comes any more.\n");
    assertThat(cli.run("mission", "preview").exitCode()).isEqualTo(2);
  }

  @Test
  void aMissionRunsNowOutsideOfItsSlots() {
    stored(cli.storage().scheduledMissions(), "nightly");

    CliRun.Result run = cli.run("mission", "run", "nightly");

    assertThat(run.out()).matches("mission nightly runs: worker [0-9a-f]{8}\n");
    assertThat(run.err()).startsWith("No engine serves this project");
    assertThat(cli.run("mission", "history", "nightly").out()).contains("wanted by the person");
  }

  @Test
  void whoWaitsForARunIsToldHowItEnded() {
    stored(cli.storage().scheduledMissions(), "nightly");
    cli.pauses()
        .then(() -> WorkerExamples.claimed(cli.storage(), CliRun.NOW))
        .then(() -> WorkerExamples.failed(cli.storage(), atWork(), CliRun.NOW));

    CliRun.Result run = cli.run("mission", "run", "nightly", "--wait");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).endsWith(": failed (research)\n  exit code 1\n");
  }

  private WorkerId atWork() {
    return cli.storage().workerQueue().unfinished(new Limit(1)).getFirst().worker().id();
  }

  private MissionPlan plan(String slug) {
    return cli.storage().scheduledMissions().find(new Slug(slug)).orElseThrow().plan();
  }
}
