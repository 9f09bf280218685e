package dev.engine.domain.host;

import java.nio.file.Path;

final class InMemoryWorkerLogsTest implements WorkerLogsContract {

  private static final Path WORKSPACE = Path.of("/project/.engine/data/outputs/3fa94c01");

  private final InMemoryWorkerLogs logs = new InMemoryWorkerLogs();

  @Override
  public WorkerLogs logs() {
    return logs;
  }

  @Override
  public Path workspace() {
    return WORKSPACE;
  }

  @Override
  public void print(LogStream stream, String text) {
    logs.print(WORKSPACE, stream, text);
  }

  @Override
  public void takeAway(int attempt) {
    logs.takeAway(WORKSPACE, attempt);
  }
}
