package dev.engine.cli;

import static dev.engine.domain.ping.PingExamples.NOON;
import static dev.engine.domain.ping.PingExamples.appeal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Urgency;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import org.junit.jupiter.api.Test;

final class AttentionCommandTest {

  private final CliRun cli = new CliRun();

  @Test
  void itSaysWhatWaitsAndWhatToDo() {
    Ping nobodys =
        cli.storage().pings().send(new Appeal(null, null, Urgency.LOW, "Disk is full."), NOON);
    Ping urgent = cli.storage().pings().send(appeal(Urgency.CRITICAL, "Deploy now?"), NOON);
    Worker worker = WorkerExamples.failing(cli.storage(), "Compare.", NOON.plusSeconds(60));

    CliRun.Result result = cli.run("attention");

    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0,
                """
                URGENCY   WAITS  CONVERSATION      WHAT TO DO                        REASON
                critical  3m     chief-2026-01-05  engine ping answer %s TEXT  Deploy now?
                normal    2m     chief-2026-01-05  engine worker show %s       the research worker failed: Compare.
                low       3m     -                 engine ping answer %s TEXT  Disk is full.
                """
                    .formatted(urgent.id(), worker.id(), nobodys.id()),
                ""));
  }

  @Test
  void asJsonItSaysTheSame() {
    Ping urgent = cli.storage().pings().send(appeal(Urgency.CRITICAL, "Deploy now?"), NOON);

    CliRun.Result result = cli.run("attention", "--json");

    assertThat(result.out())
        .isEqualToNormalizingNewlines(
            """
            [ {
              "id" : "ping-%1$s",
              "kind" : "ping",
              "urgency" : "critical",
              "since" : "2026-01-05T12:00:00Z",
              "subjectId" : "%1$s",
              "subjectKind" : "ping",
              "conversationId" : "chief-2026-01-05",
              "reason" : "Deploy now?",
              "remedy" : "engine ping answer %1$s TEXT",
              "acts" : [ "acknowledge", "snooze", "answer" ]
            } ]
            """
                .formatted(urgent.id()));
  }

  @Test
  void whatWaitsIsSettledInPlace() {
    Ping answered = cli.storage().pings().send(appeal(Urgency.HIGH, "Deploy now?"), NOON);
    Ping snoozed = cli.storage().pings().send(appeal(Urgency.HIGH, "And now?"), NOON);
    Worker worker = WorkerExamples.failing(cli.storage(), "Compare.", NOON.plusSeconds(60));

    CliRun.Result answer = cli.run("attention", "answer", answered.id().value(), "Yes.");
    CliRun.Result snooze = cli.run("attention", "snooze", snoozed.id().value(), "2h");
    CliRun.Result ack = cli.run("attention", "ack", worker.id().value());

    assertThat(answer.out()).isEqualTo("ping %s: answered\n".formatted(answered.id()));
    assertThat(snooze.out()).isEqualTo("ping %s: snoozed for 2h\n".formatted(snoozed.id()));
    assertThat(ack.out()).isEqualTo("worker_failed %s: seen\n".formatted(worker.id()));
    assertThat(cli.run("attention").out()).isEqualTo("Nothing waits for you.\n");
    assertThat(cli.run("attention", "ack", worker.id().value()).exitCode()).isEqualTo(3);
  }
}
