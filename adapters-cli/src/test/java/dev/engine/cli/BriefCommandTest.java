package dev.engine.cli;

import static dev.engine.domain.ping.PingExamples.NOON;
import static dev.engine.domain.ping.PingExamples.appeal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Urgency;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.Usage;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class BriefCommandTest {

  private final CliRun cli = new CliRun();

  @Test
  void itTellsWhatIsNewTheWorstFirst() {
    Ping ping = cli.storage().pings().send(appeal(Urgency.HIGH, "Deploy now?"), NOON);
    Worker worker = failed();

    CliRun.Result result = cli.run("brief");

    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0,
                """
                New since the beginning
                NEWS      WHEN  ID        WHAT
                1 failed  2m    %s  research worker: Compare.
                1 asked   3m    %s  ping, high, open: Deploy now?
                """
                    .formatted(worker.id(), ping.id()),
                ""));
  }

  @Test
  void itTellsWhatWorkersCost() {
    Worker worker = WorkerExamples.spawned(cli.storage(), "Compare.", NOON);
    WorkerExamples.claimed(cli.storage(), NOON);
    Usage usage = new Usage(new BigDecimal("1.25"), null);
    WorkerExamples.finished(
        cli.storage(), worker.id(), new AttemptEnd.Succeeded("B.", 0, usage), NOON);

    assertThat(cli.run("brief", "--peek").out())
        .endsWith("\nWorkers cost 1.25 US dollars in that time.\n");
    assertThat(cli.run("brief", "--json").out()).contains("\"spentUsd\" : 1.25,");
  }

  @Test
  void whoHasLookedIsToldOnce() {
    failed();
    cli.run("brief");

    CliRun.Result again = cli.run("brief");

    assertThat(again.out()).isEqualTo("Nothing new since 0s ago (2026-01-05T12:03:00Z).\n");
  }

  @Test
  void aPeekLeavesTheMarkWhereItIs() {
    failed();
    cli.run("brief", "--peek");
    cli.run("brief", "--since", "2h");
    cli.run("brief", "--reader", "phone");

    CliRun.Result result = cli.run("brief");

    assertThat(result.out()).contains("1 failed");
  }

  @Test
  void whatHappenedWithinATimeIsToldAgain() {
    failed();
    cli.run("brief");

    assertThat(cli.run("brief", "--since", "1m").out()).startsWith("Nothing new since 1m ago");
    assertThat(cli.run("brief", "--since", "2m").out()).contains("1 failed");
  }

  @Test
  void asJsonItSaysTheSame() {
    Ping ping = cli.storage().pings().send(appeal(Urgency.HIGH, "Deploy now?"), NOON);

    CliRun.Result result = cli.run("brief", "--json");

    assertThat(result.out())
        .isEqualToNormalizingNewlines(
            """
            {
              "upTo" : 1,
              "whole" : true,
              "groups" : [ {
                "topic" : "asked",
                "count" : 1,
                "newest" : [ {
                  "at" : "2026-01-05T12:00:00Z",
                  "subjectKind" : "ping",
                  "subjectId" : "%s",
                  "text" : "ping, high, open: Deploy now?",
                  "event" : 1
                } ]
              } ]
            }
            """
                .formatted(ping.id()));
  }

  private Worker failed() {
    return WorkerExamples.failing(cli.storage(), "Compare.", NOON.plusSeconds(60));
  }
}
