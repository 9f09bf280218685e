package dev.engine.benchmarks;

import dev.engine.benchmarks.ToolServer.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Goal P8 for agents' tools: how soon a server on pipes has answered {@code initialize}, and what
 * one and many take when they are asked nothing more; {@code engine mcp} with and without a running
 * engine, beside the protocol's own example server on Node.
 */
final class McpBenchmark {

  private static final int WARM_UP = 2;

  /** So that what a start leaves behind is over, and well below the rest of a JVM of ours. */
  private static final long SETTLING_MILLIS = 3_000;

  /** After it, no JVM waits beside {@code engine mcp} any more. */
  private static final long REST_MILLIS = 15_000;

  private McpBenchmark() {}

  /**
   * {@code McpBenchmark DISTRIBUTION NODE_SERVER ROUNDS SERVERS}.
   *
   * @param args the unpacked distribution, the example server's file, how often each one starts,
   *     how many are many
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    Path distribution = Path.of(args[0]);
    int many = Integer.parseInt(args[3]);
    try (ScratchHome served = ScratchHome.create(distribution);
        ScratchHome alone = ScratchHome.create(distribution)) {
      Kind node =
          new Kind("server-everything, Node", List.of("node", args[1], "stdio"), served.folder());
      Kind bridge = engine("engine mcp, engine up", served);
      Kind jvm = engine("engine mcp, engine down", alone);
      served.engine("up", "--yes");
      try {
        weighEngine(served, bridge, many);
        time(List.of(node, bridge, jvm), Integer.parseInt(args[2]));
        weigh(List.of(node, bridge, jvm), many);
      } finally {
        served.engine("down");
      }
    }
  }

  private static Kind engine(String name, ScratchHome home) {
    String program = home.distribution().resolve("bin/engine").toString();
    return new Kind(
        name, List.of(program, "mcp", "--project", home.folder().toString()), home.folder());
  }

  private static void time(List<Kind> kinds, int rounds) throws IOException {
    List<List<Long>> nanos = kinds.stream().<List<Long>>map(kind -> new ArrayList<>()).toList();
    for (int round = -WARM_UP; round < rounds; round++) {
      for (int i = 0; i < kinds.size(); i++) {
        try (ToolServer server = ToolServer.start(kinds.get(i))) {
          if (round >= 0) {
            nanos.get(i).add(server.initialisedNanos());
          }
        }
      }
    }
    System.out.printf(
        "%nfrom the start until initialize is answered, n = %d each, in turns; milliseconds%n"
            + "%-28s %8s %8s %8s %10s%n",
        rounds, "server", "min", "p50", "p99", "to Node");
    double nodeMedian = Durations.of(nanos.getFirst()).millis(0.5);
    for (int i = 0; i < kinds.size(); i++) {
      Durations took = Durations.of(nanos.get(i));
      System.out.printf(
          "%-28s %8.1f %8.1f %8.1f %9.2fx%n",
          kinds.get(i).name(),
          took.millis(0),
          took.millis(0.5),
          took.millis(0.99),
          took.millis(0.5) / nodeMedian);
    }
  }

  private static void weigh(List<Kind> kinds, int many)
      throws IOException, InterruptedException, ExecutionException {
    System.out.printf(
        "%nwith all that they have started, after initialize and tools/list; MiB%n"
            + "%-28s %4s %8s %8s %10s %10s%n",
        "server", "n", "RSS", "PSS", "RSS 15 s", "PSS 15 s");
    for (int count : List.of(1, many)) {
      for (Kind kind : kinds) {
        List<ToolServer> servers = start(kind, count);
        try {
          Thread.sleep(SETTLING_MILLIS);
          Memory fresh = weight(servers);
          Thread.sleep(REST_MILLIS);
          Memory rested = weight(servers);
          System.out.printf(
              "%-28s %4d %8.1f %8.1f %10.1f %10.1f%n",
              kind.name(), count, fresh.rssMib(), fresh.pssMib(), rested.rssMib(), rested.pssMib());
        } finally {
          close(servers);
        }
      }
    }
  }

  private static void weighEngine(ScratchHome home, Kind bridge, int many)
      throws IOException, InterruptedException, ExecutionException {
    long engine = home.enginePid();
    Thread.sleep(SETTLING_MILLIS);
    System.out.printf("%nthe running engine itself; MiB%n%-28s %8s %8s%n", "servers", "RSS", "PSS");
    print("none yet", Memory.of(engine));
    for (int count : List.of(1, many)) {
      List<ToolServer> servers = start(bridge, count);
      try {
        Thread.sleep(SETTLING_MILLIS);
        print(Integer.toString(count), Memory.of(engine));
      } finally {
        close(servers);
      }
    }
  }

  private static void print(String servers, Memory memory) {
    System.out.printf("%-28s %8.1f %8.1f%n", servers, memory.rssMib(), memory.pssMib());
  }

  private static Memory weight(List<ToolServer> servers) throws IOException {
    return Memory.ofTrees(servers.stream().map(server -> server.process().toHandle()).toList());
  }

  /** All at once, as sessions start after a login; each asked once more when all are there. */
  private static List<ToolServer> start(Kind kind, int count)
      throws IOException, InterruptedException, ExecutionException {
    List<ToolServer> servers = new ArrayList<>();
    try (ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ToolServer>> starting = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        starting.add(starters.submit(() -> ToolServer.start(kind)));
      }
      for (Future<ToolServer> each : starting) {
        servers.add(each.get());
      }
    }
    for (ToolServer server : servers) {
      server.ask("ping", 2);
    }
    return servers;
  }

  private static void close(List<ToolServer> servers) throws IOException {
    for (ToolServer server : servers) {
      server.close();
    }
  }
}
