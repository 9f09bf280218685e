package dev.engine.services.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.host.WorkerOutputs.Output;
import dev.engine.domain.host.WorkerOutputs.Result;
import dev.engine.domain.host.WorkerPrograms.Look;
import dev.engine.domain.host.WorkerPrograms.Promise;
import dev.engine.domain.host.WorkerPrograms.Rest;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.AttemptEnd.Asked;
import dev.engine.domain.worker.AttemptEnd.Failed;
import dev.engine.domain.worker.AttemptEnd.Succeeded;
import dev.engine.domain.worker.Usage;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class VerdictTest {

  private static final Usage USAGE = new Usage(new BigDecimal("0.25"), 7L);

  @Test
  void aFileWithTheResultComesFirstThenItsTextThenTheLastLine() {
    assertThat(verdict(0, new Output("file", result("text"), "line", "")))
        .isEqualTo(new Succeeded("file", 0, USAGE));
    assertThat(verdict(0, new Output(null, result("text"), "line", "")))
        .isEqualTo(new Succeeded("text", 0, USAGE));
    assertThat(verdict(0, new Output(null, null, "line", "")))
        .isEqualTo(new Succeeded("line", 0, Usage.UNKNOWN));
    assertThat(verdict(0, Output.NOTHING)).isEqualTo(new Succeeded("", 0, Usage.UNKNOWN));
  }

  @Test
  void whoPromisesAResultObjectAndPrintsNoneHasFailed() {
    Look.Ended promising = new Look.Ended(0, Rest.NONE, Promise.RESULT_OBJECT);

    assertThat(Verdict.of(promising, new Output("file", null, "Segmentation fault", "")))
        .isEqualTo(
            new Failed(
                "it printed no result object; its last line: Segmentation fault",
                0,
                Usage.UNKNOWN));
    assertThat(Verdict.of(promising, Output.NOTHING))
        .isEqualTo(
            new Failed("it printed no result object; its last line: none", 0, Usage.UNKNOWN));
  }

  @Test
  void aResultThatIsAnErrorIsAFailureWhateverTheExitCode() {
    Result error = new Result(true, "budget exceeded", null, USAGE);

    assertThat(verdict(0, new Output(null, error, "", "")))
        .isEqualTo(new Failed("budget exceeded", 0, USAGE));
    assertThat(verdict(1, new Output(null, error, "", "")))
        .isEqualTo(new Failed("it ended with exit code 1: budget exceeded", 1, USAGE));
    assertThat(verdict(0, new Output(null, new Result(true, "", null, USAGE), "", "")))
        .isEqualTo(new Failed("its result is an error", 0, USAGE));
  }

  @Test
  void anExitCodeOrASignalIsAFailureWithTheLastThingThatWasSaid() {
    assertThat(verdict(7, new Output(null, null, "out", "err")))
        .isEqualTo(new Failed("it ended with exit code 7: err", 7, Usage.UNKNOWN));
    assertThat(verdict(7, new Output(null, null, "out", "")))
        .isEqualTo(new Failed("it ended with exit code 7: out", 7, Usage.UNKNOWN));
    assertThat(verdict(137, Output.NOTHING))
        .isEqualTo(new Failed("it was ended by signal 9", 137, Usage.UNKNOWN));
  }

  @Test
  void aQuestionIsAskedUnlessItFailed() {
    Output asking = new Output(null, new Result(false, "", "Which one?", USAGE), "", "");

    assertThat(verdict(0, asking)).isEqualTo(new Asked("Which one?", 0, USAGE));
    assertThat(verdict(1, asking)).isInstanceOf(Failed.class);
  }

  @Test
  void textsThatAreTooLongAreCutBetweenCharacters() {
    String smileys = "😀".repeat(40_000);

    AttemptEnd failed = verdict(1, new Output(null, null, smileys, ""));
    AttemptEnd succeeded = verdict(0, new Output("x" + smileys, null, "", ""));

    assertThat(((Failed) failed).reason()).hasSizeLessThanOrEqualTo(2_000).endsWith("😀");
    assertThat(((Succeeded) succeeded).summary()).hasSize(65_535).endsWith("😀");
  }

  private static Result result(String text) {
    return new Result(false, text, null, USAGE);
  }

  private static AttemptEnd verdict(int exit, Output output) {
    return Verdict.of(new Look.Ended(exit, Rest.NONE, Promise.NOTHING), output);
  }
}
