package dev.engine.host.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.host.LogStream;
import dev.engine.domain.host.WorkerLog;
import dev.engine.domain.host.WorkerLogs;
import dev.engine.domain.host.WorkerLogsContract;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileWorkerLogsTest implements WorkerLogsContract {

  private static final long GIBI = 1L << 30;

  @TempDir private Path folder;

  private Path outputs;
  private Path workspace;

  @BeforeEach
  void makeWorkspace() throws IOException {
    outputs = Files.createDirectory(folder.resolve("outputs"));
    workspace = Files.createDirectory(outputs.resolve("3fa94c01"));
  }

  @Override
  public WorkerLogs logs() {
    return new FileWorkerLogs(outputs);
  }

  @Override
  public Path workspace() {
    return workspace;
  }

  @Override
  public void print(LogStream stream, String text) {
    String name = stream == LogStream.STDOUT ? "stdout.jsonl" : "stderr.log";
    try {
      Files.writeString(
          workspace.resolve(name), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public void takeAway(int attempt) {
    try (Workspace open = Workspace.open(outputs, workspace)) {
      open.takeAway(attempt);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Test
  void theEndOfAGibibyteIsRead() throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(workspace.resolve("stdout.jsonl").toFile(), "rw")) {
      file.seek(GIBI);
      file.write("the end".getBytes(StandardCharsets.UTF_8));
    }

    try (WorkerLog log = logs().latest(workspace, LogStream.STDOUT).orElseThrow()) {
      assertThat(log.size()).isEqualTo(GIBI + 7);
      assertThat(log.read(GIBI, 64 * 1024)).asString().isEqualTo("the end");
    }
  }

  @Test
  void noLinkIsFollowed() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("stdout.jsonl"), "secret");
    Files.createSymbolicLink(workspace.resolve("stdout.jsonl"), outside.resolve("stdout.jsonl"));
    Path linked = Files.createSymbolicLink(outputs.resolve("0000beef"), outside);
    Path attempts = Files.createDirectory(workspace.resolve("attempts"));
    Files.createSymbolicLink(attempts.resolve("1"), outside);
    Files.createDirectory(attempts.resolve("2"));
    Files.createSymbolicLink(
        attempts.resolve("2").resolve("stdout.jsonl"), outside.resolve("stdout.jsonl"));

    assertThat(logs().latest(workspace, LogStream.STDOUT)).isEmpty();
    assertThat(logs().latest(linked, LogStream.STDOUT)).isEmpty();
    assertThat(logs().earlier(workspace, 1, LogStream.STDOUT)).isEmpty();
    assertThat(logs().earlier(workspace, 2, LogStream.STDOUT)).isEmpty();
  }

  @Test
  void theFolderOfEarlierAttemptsMayBeNoLinkEither() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside").resolve("1"));
    Files.writeString(outside.resolve("stdout.jsonl"), "secret");
    Files.createSymbolicLink(workspace.resolve("attempts"), folder.resolve("outside"));

    assertThat(logs().earlier(workspace, 1, LogStream.STDOUT)).isEmpty();
  }

  @Test
  void whatIsNoPlainFileIsNotOpened() throws IOException, InterruptedException {
    Files.createDirectory(workspace.resolve("stderr.log"));
    String pipe = workspace.resolve("stdout.jsonl").toString();
    assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();

    assertThat(logs().latest(workspace, LogStream.STDOUT)).isEmpty();
    assertThat(logs().latest(workspace, LogStream.STDERR)).isEmpty();
  }

  @Test
  void aFolderElsewhereIsNoWorkspace() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("3fa94c01"));
    Files.writeString(elsewhere.resolve("stdout.jsonl"), "secret");

    assertThat(logs().latest(elsewhere, LogStream.STDOUT)).isEmpty();
    assertThatExceptionOfType(StorageUnavailable.class)
        .isThrownBy(() -> logs().latest(outputs, LogStream.STDOUT));
  }

  @Test
  void whatAMovedProjectsWorkersHavePrintedIsReadWhereTheyAreNow() {
    print(LogStream.STDOUT, "still here");
    Path stored = folder.resolve("old/outputs/3fa94c01");

    try (WorkerLog log = logs().latest(stored, LogStream.STDOUT).orElseThrow()) {
      assertThat(log.read(0, 100)).asString().isEqualTo("still here");
    }
  }
}
