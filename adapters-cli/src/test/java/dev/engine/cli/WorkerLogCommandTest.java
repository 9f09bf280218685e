package dev.engine.cli;

import static dev.engine.domain.worker.WorkerExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.host.LogStream;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.text.HostileTexts;
import dev.engine.domain.worker.Claiming;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class WorkerLogCommandTest {

  private static final Pattern STEERING =
      Pattern.compile("[\\p{Cc}&&[^\\n]]|\\p{Cf}|\\p{Cs}|[\\u2028\\u2029]");

  private final CliRun cli = new CliRun();
  private final Worker worker =
      WorkerExamples.spawned(cli.storage(), WorkerExamples.order("Compare.").triedAtMost(2), NOON);
  private final String id = worker.id().value();

  @Test
  void aLogIsShownLineByLine() {
    launched();
    print("one\r\n\ntwo");
    cli.logs().print(worker.workspacePath(), LogStream.STDERR, "warning\n");

    assertThat(cli.run("worker", "log", id)).isEqualTo(new CliRun.Result(0, "one\n\ntwo\n", ""));
    assertThat(cli.run("worker", "log", id, "--stderr").out()).isEqualTo("warning\n");
  }

  @Test
  void aProgramIsGivenEachLineAsItWasPrinted() {
    launched();
    print("one\r\n\u001b[31mtwo\u001b[0m\n\"three\"");

    assertThat(cli.run("worker", "log", id, "--json").out())
        .isEqualTo(
            """
            {"attempt":1,"text":"one"}
            {"attempt":1,"text":"\\u001B[31mtwo\\u001B[0m"}
            {"attempt":1,"text":"\\"three\\""}
            """);
  }

  @Test
  void aLineWithoutAnEndIsCutAndNotKept() {
    launched();
    print("a".repeat(1_000_000));

    String shown = cli.run("worker", "log", id).out();

    assertThat(shown.lines()).hasSizeGreaterThan(10);
    assertThat(shown.replace("\n", "")).hasSize(1_000_000);
  }

  @Test
  void whatHasNotBegunHasNoLog() {
    assertThat(cli.run("worker", "log", id))
        .isEqualTo(
            new CliRun.Result(3, "", "engine: ENG-1002 no attempt yet of worker " + id + "\n"));
    launched();
    assertThat(cli.run("worker", "log", id).err()).contains("no log of attempt " + id + "-1");
    assertThat(cli.run("worker", "log", id, "--attempt", "2").err())
        .contains("no attempt 2 of worker " + id);
    assertThat(cli.run("worker", "log", id, "--attempt", "0").exitCode()).isEqualTo(2);
  }

  @Test
  void whoFollowsSeesEveryAttemptToTheEnd() {
    cli.pauses()
        .then(this::launched)
        .then(() -> print("fir"))
        .then(() -> print("st\nand "))
        .then(this::failAndTakeAway)
        .then(() -> {})
        .then(this::launchedAgain)
        .then(() -> print("second\n"))
        .then(() -> WorkerExamples.completed(cli.storage(), worker.id(), NOON));

    CliRun.Result result = cli.run("worker", "log", id, "-f");

    assertThat(result).isEqualTo(new CliRun.Result(0, "first\nand more\nsecond\n", "attempt 2\n"));
  }

  @Test
  void whoFollowsOneAttemptSeesNoOther() {
    launched();
    print("first\n");
    failAndTakeAway();
    launchedAgain();

    assertThat(cli.run("worker", "log", id, "-f", "--attempt", "1").out())
        .isEqualTo("first\nmore\n");
  }

  @Test
  void aWorkerThatIsCancelledBeforeItBeganHasNothingToFollow() {
    cli.pauses().then(() -> cli.storage().workers().cancel(worker.id(), NOON));

    assertThat(cli.run("worker", "log", id, "--follow")).isEqualTo(new CliRun.Result(0, "", ""));
  }

  @Test
  void aPersonWhoEndsItIsToldThatTheWorkerGoesOn() {
    launched();
    print("one\n");

    CliRun.Result result = cli.runOnTerminal("worker", "log", id, "-f");

    assertThat(result)
        .isEqualTo(new CliRun.Result(0, "one\n", "\nworker %s goes on\n".formatted(id)));
  }

  @Test
  void nothingThatAWorkerPrintsSteersTheTerminal() {
    launched();
    HostileTexts.all().forEach(hostile -> print(hostile.text() + "\n"));

    CliRun.Result result = cli.run("worker", "log", id);

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).doesNotContainPattern(STEERING);
  }

  private void failAndTakeAway() {
    print("more");
    WorkerExamples.finished(
        cli.storage(), worker.id(), WorkerExamples.failure("exit code 1"), NOON);
  }

  private void launched() {
    launch(WorkerExamples.claimed(cli.storage(), NOON));
  }

  private void launchedAgain() {
    cli.logs().takeAway(worker.workspacePath(), 1);
    launch(WorkerExamples.claimed(cli.storage(), NOON.plusSeconds(60)));
  }

  private void launch(Claiming.Claimed claimed) {
    cli.storage()
        .workerQueue()
        .launched(claimed.attempt().id(), new ProcessIdentity(42, NOON), NOON);
  }

  private void print(String text) {
    cli.logs().print(worker.workspacePath(), LogStream.STDOUT, text);
  }
}
