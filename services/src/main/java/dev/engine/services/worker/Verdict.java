package dev.engine.services.worker;

import dev.engine.domain.host.WorkerOutputs.Output;
import dev.engine.domain.host.WorkerOutputs.Result;
import dev.engine.domain.host.WorkerPrograms.Look;
import dev.engine.domain.host.WorkerPrograms.Promise;
import dev.engine.domain.worker.AttemptEnd;
import dev.engine.domain.worker.AttemptEnd.Asked;
import dev.engine.domain.worker.AttemptEnd.Failed;
import dev.engine.domain.worker.AttemptEnd.Succeeded;
import dev.engine.domain.worker.Usage;
import org.jspecify.annotations.Nullable;

/** What came of a program that has ended by itself: judged by its exit code and what it left. */
final class Verdict {

  /** What shells add to the number of a signal. */
  private static final int SIGNALLED = 128;

  private final Look.Ended ended;
  private final Output output;
  private final @Nullable Result result;

  private Verdict(Look.Ended ended, Output output) {
    this.ended = ended;
    this.output = output;
    this.result = output.result();
  }

  static AttemptEnd of(Look.Ended ended, Output output) {
    return new Verdict(ended, output).end();
  }

  private AttemptEnd end() {
    return ended.exitCode() == 0 ? ofSuccess() : failed(exit() + because());
  }

  private AttemptEnd ofSuccess() {
    if (result == null) {
      return ended.promise() == Promise.RESULT_OBJECT
          ? failed("it printed no result object; its last line: " + quoted(output.lastLine()))
          : succeeded(output.lastLine());
    }
    if (result.isError()) {
      return failed(result.text().isBlank() ? "its result is an error" : result.text());
    }
    String question = result.question();
    return question == null
        ? succeeded(result.text())
        : new Asked(cut(question, Asked.MAX_QUESTION), ended.exitCode(), usage());
  }

  private Succeeded succeeded(String told) {
    String file = output.resultFile();
    String summary = cut(file == null ? told : file, Succeeded.MAX_SUMMARY);
    return new Succeeded(summary, ended.exitCode(), usage());
  }

  private Failed failed(String reason) {
    return new Failed(cut(reason, Failed.MAX_REASON), ended.exitCode(), usage());
  }

  private String exit() {
    int code = ended.exitCode();
    return code > SIGNALLED
        ? "it was ended by signal %d".formatted(code - SIGNALLED)
        : "it ended with exit code %d".formatted(code);
  }

  private String because() {
    String told = result == null ? "" : result.text();
    String line = told.isBlank() ? output.lastErrorLine() : told;
    String last = line.isBlank() ? output.lastLine() : line;
    return last.isBlank() ? "" : ": " + last;
  }

  private Usage usage() {
    return result == null ? Usage.UNKNOWN : result.usage();
  }

  private static String quoted(String line) {
    return line.isBlank() ? "none" : line;
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean isSplit = Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, isSplit ? most - 1 : most);
  }
}
