package dev.engine.host.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.host.WorkerOutputs.Output;
import dev.engine.domain.host.WorkerOutputs.Result;
import dev.engine.domain.worker.Usage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileWorkerOutputsTest {

  private static final long GIBI = 1L << 30;

  private static final String RESULT =
      """
      {"type":"result","subtype":"success","is_error":false,"num_turns":9,"result":"all done",\
      "total_cost_usd":0.18788400000000002,"usage":{"input_tokens":38930,\
      "cache_creation_input_tokens":10,"cache_read_input_tokens":5,"output_tokens":272,\
      "output_tokens_details":{"thinking_tokens":7},"iterations":[]},"permission_denials":[{"a":1}]}
      """;

  private static final Result ALL_DONE =
      new Result(false, "all done", null, new Usage(new BigDecimal("0.187884"), 39_217L));

  @TempDir private Path outputs;

  private Path workspace;

  @BeforeEach
  void makeWorkspace() throws IOException {
    workspace = Files.createDirectory(outputs.resolve("3fa94c01"));
  }

  @Test
  void withoutFilesThereIsNothing() {
    assertThat(read()).isEqualTo(Output.NOTHING);
    assertThat(new FileWorkerOutputs(outputs).read(outputs.resolve("00000000")))
        .isEqualTo(Output.NOTHING);
  }

  @Test
  void whatCannotBeReadNowIsNotTakenForNothing() throws IOException {
    Path loop = outputs.resolve("loop");
    Files.createSymbolicLink(loop, loop);
    Path unmounted = outputs.resolve("unmounted");

    for (Path place : new Path[] {loop, unmounted}) {
      assertThatExceptionOfType(StorageUnavailable.class)
          .isThrownBy(() -> new FileWorkerOutputs(place).read(place.resolve("3fa94c01")));
    }
  }

  @Test
  void aFolderThatItsProgramPutSomethingElseInPlaceOfHoldsNothing() throws IOException {
    Path other = Files.createDirectory(outputs.resolve("other"));
    Files.writeString(other.resolve("result.md"), "secret");
    Path link = Files.createSymbolicLink(outputs.resolve("0000beef"), other);
    Path file = Files.createFile(outputs.resolve("0000cafe"));

    FileWorkerOutputs all = new FileWorkerOutputs(outputs);

    assertThat(all.read(link)).isEqualTo(Output.NOTHING);
    assertThat(all.read(file)).isEqualTo(Output.NOTHING);
  }

  @Test
  void theLastResultObjectIsRead() throws IOException {
    write(
        "stdout.jsonl",
        RESULT.replace("all done", "half done") + RESULT + "{\"type\":\"system\"}\n\n");
    write("stderr.log", "warning\nthe last\n");

    assertThat(read()).isEqualTo(new Output(null, ALL_DONE, "{\"type\":\"system\"}", "the last"));
  }

  @Test
  void whatIsNoResultIsALineLikeAnyOther() throws IOException {
    for (String line :
        new String[] {
          "all done",
          "{\"type\":\"result\"",
          "{\"type\":\"assistant\",\"result\":\"x\"}",
          "{\"result\"}",
          "[\"result\"]",
          "{\"type\":\"result\",\"a\":" + "[".repeat(100_000)
        }) {
      write("stdout.jsonl", "first\n" + line);

      assertThat(read().result()).as(line.substring(0, Math.min(40, line.length()))).isNull();
      assertThat(read().lastLine()).startsWith(line.substring(0, 8));
    }
  }

  @Test
  void aNumberThatNothingCanTakeIsUnknownAndTheResultIsReadAllTheSame() throws IOException {
    for (String cost :
        new String[] {"-1", "1e400", "1e400000000", "1e9999999999", "1e-9999999999"}) {
      write(
          "stdout.jsonl",
          "{\"type\":\"result\",\"result\":\"ok\",\"total_cost_usd\":" + cost + "}");

      assertThat(read().result()).as(cost).isEqualTo(new Result(false, "ok", null, Usage.UNKNOWN));
    }
    for (String tokens : new String[] {"-5", "9223372036854775807", "1" + "0".repeat(500)}) {
      write(
          "stdout.jsonl",
          "{\"type\":\"result\",\"result\":\"ok\",\"total_cost_usd\":1,\"usage\":{\"input_tokens\":"
              + tokens
              + ",\"output_tokens\":9}}");

      assertThat(read().result())
          .as(tokens)
          .isEqualTo(new Result(false, "ok", null, new Usage(BigDecimal.ONE, null)));
    }
  }

  @Test
  void anErrorAndAQuestionAreRead() throws IOException {
    write("stdout.jsonl", "{\"type\":\"result\",\"is_error\":true,\"result\":\"no budget\"}");
    Result error = read().result();
    write(
        "stdout.jsonl",
        "{\"type\":\"result\",\"is_error\":false,\"result\":null,"
            + "\"structured_output\":{\"x\":[1],\"needs_input\":\"Which one?\"}}");

    Result question = read().result();

    assertThat(error).isEqualTo(new Result(true, "no budget", null, Usage.UNKNOWN));
    assertThat(question).isEqualTo(new Result(false, "", "Which one?", Usage.UNKNOWN));
  }

  @Test
  void ofAGibibyteOnlyTheEndIsRead() throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(workspace.resolve("stdout.jsonl").toFile(), "rw")) {
      file.setLength(GIBI); // a hole of NULs, as one endless line
      file.seek(GIBI);
      file.write(("\n" + RESULT).getBytes(StandardCharsets.UTF_8));
    }

    assertThat(read().result()).isEqualTo(ALL_DONE);
  }

  @Test
  void aLineOfAGibibyteIsCut() throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(workspace.resolve("stdout.jsonl").toFile(), "rw")) {
      file.setLength(GIBI);
    }
    write("result.md", "é".repeat(100_000));

    Output output = read();

    assertThat(output.lastLine()).hasSize(65_536);
    assertThat(output.resultFile()).startsWith("ééé").hasSizeLessThanOrEqualTo(65_536);
    assertThat(output.result()).isNull();
  }

  @Test
  void bytesThatAreNoTextAreShownAsReplacements() throws IOException {
    Files.write(workspace.resolve("result.md"), new byte[] {(byte) 0xff, 'o', 'k'});

    assertThat(read().resultFile()).isEqualTo("\ufffdok");
  }

  private Output read() {
    return new FileWorkerOutputs(outputs).read(workspace);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(workspace.resolve(name), text);
  }
}
