package dev.engine.app.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.engine.domain.Limit;
import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.NotificationFilter.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Many processes write to one store at the same time, each as fast as it can. */
final class ManyWriters implements Experiment {

  /** More than a fleet of fifty sessions ever has at one moment. */
  private static final int USUAL = 64;

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private static final Page FRONT = Page.first(new Limit(1_000));

  private final WriterJvm jvm;
  private final int count;
  private final Duration most;

  ManyWriters(WriterJvm jvm) {
    this(jvm, USUAL, LONGEST);
  }

  /**
   * @param count of processes
   * @param most how long they write at the most
   */
  ManyWriters(WriterJvm jvm, int count, Duration most) {
    this.jvm = jvm;
    this.count = count;
    this.most = most;
  }

  private record Writer(ConversationId conversation, Process process) {}

  /** What a writer says of itself at its end. */
  private record Share(int acknowledged, int failed, long longestMicros, String failure) {

    static Share of(String line) {
      String[] words = line.split(" ", 4);
      return new Share(
          Integer.parseInt(words[0]),
          Integer.parseInt(words[1]),
          Long.parseLong(words[2]),
          words[3]);
    }
  }

  @Override
  public String name() {
    return "many-writers";
  }

  @Override
  public String invariant() {
    return "%d processes write flat out: no write fails for a lock, and none that was acknowledged"
            .formatted(count)
        + " is lost";
  }

  @Override
  public Optional<String> lacking() {
    return Optional.empty();
  }

  @Override
  public Trials run(long seed, Budget budget, Path scratch) {
    Trials trials = new Trials();
    Path folder = Folders.made(scratch.resolve("store"));
    new Blank(scratch).fill(folder);
    List<Writer> writers = new ArrayList<>();
    try {
      start(conversations(seed, folder), folder, writers);
      judge(writers, shares(writers, budget), folder, trials);
    } finally {
      writers.forEach(writer -> writer.process().destroyForcibly());
    }
    return trials;
  }

  private List<ConversationId> conversations(long seed, Path folder) {
    List<ConversationId> conversations = new ArrayList<>();
    try (Scene scene = new Scene(folder, seed)) {
      for (int i = 0; i < count; i++) {
        String name = "writer-" + i;
        Telling.register(name).run(scene, i);
        conversations.add(scene.session(name).conversation());
      }
    }
    return conversations;
  }

  /**
   * Until each says that it is ready, as many at once as there are processors: the first write of a
   * new process loads its classes with the lock in hand, and sixty that do so are no writers yet.
   */
  private void start(List<ConversationId> conversations, Path folder, List<Writer> writers) {
    int atOnce = Runtime.getRuntime().availableProcessors();
    for (ConversationId conversation : conversations) {
      if (writers.size() >= atOnce) {
        requireReady(writers.get(writers.size() - atOnce));
      }
      writers.add(new Writer(conversation, started(folder, conversation)));
    }
    writers.stream().skip(Math.max(0, writers.size() - atOnce)).forEach(ManyWriters::requireReady);
  }

  private Process started(Path folder, ConversationId conversation) {
    List<String> command =
        jvm.running(FlatOutWriter.class, folder.toString(), conversation.value());
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException failure) {
      throw trouble(failure);
    }
  }

  private List<Share> shares(List<Writer> writers, Budget budget) {
    try {
      long left = Math.max(SHORTEST.toMillis(), budget.left().toMillis());
      byte[] length = "%d\n".formatted(Math.min(left, most.toMillis())).getBytes(UTF_8);
      for (Writer writer : writers) {
        OutputStream line = writer.process().getOutputStream();
        line.write(length);
        line.flush();
      }
      List<Share> shares = new ArrayList<>();
      for (Writer writer : writers) {
        shares.add(Share.of(String.valueOf(writer.process().inputReader().readLine())));
        writer.process().onExit().join();
      }
      return shares;
    } catch (IOException failure) {
      throw trouble(failure);
    }
  }

  private static void judge(List<Writer> writers, List<Share> shares, Path folder, Trials trials) {
    try (Scene scene = new Scene(folder, 0)) {
      for (int i = 0; i < shares.size(); i++) {
        Share share = shares.get(i);
        List<String> broken = new ArrayList<>();
        if (share.failed() > 0) {
          broken.add(
              "%d writes failed, the last with %s".formatted(share.failed(), share.failure()));
        }
        int stored = stored(scene, writers.get(i).conversation());
        if (stored < share.acknowledged()) {
          broken.add("%d writes acknowledged, %d stored".formatted(share.acknowledged(), stored));
        }
        trials.add("writer " + i, "writers", broken);
      }
    }
    trials.add("the store", "stores", new Looks().at(Scene.file(folder)).problems());
    figures(shares, trials);
  }

  private static void figures(List<Share> shares, Trials trials) {
    int smallest = shares.stream().mapToInt(Share::acknowledged).min().orElse(0);
    int largest = shares.stream().mapToInt(Share::acknowledged).max().orElse(0);
    long longest = shares.stream().mapToLong(Share::longestMicros).max().orElse(0);
    int all = shares.stream().mapToInt(Share::acknowledged).sum();
    trials.figure("writes", Integer.toString(all));
    trials.figure("longest wait", longest / 1_000 + " ms");
    trials.figure(
        "smallest share of the largest",
        String.format(Locale.ROOT, "%.2f", (double) smallest / Math.max(1, largest)));
  }

  private static int stored(Scene scene, ConversationId conversation) {
    NotificationFilter own = new NotificationFilter(conversation, Progress.ANY);
    Listed<Notification> listed = scene.storage().notifications().list(own, FRONT);
    int stored = listed.items().size();
    while (listed.next() != null) {
      listed = scene.storage().notifications().list(own, FRONT.after(listed.next()));
      stored += listed.items().size();
    }
    return stored;
  }

  private static void requireReady(Writer writer) {
    try {
      String said = writer.process().inputReader().readLine();
      if (!FlatOutWriter.READY.equals(said)) {
        throw new StorageUnavailable("a writer did not start: it said " + said);
      }
    } catch (IOException failure) {
      throw trouble(failure);
    }
  }

  private static StorageUnavailable trouble(IOException failure) {
    return new StorageUnavailable("a writer cannot be run: " + failure.getMessage(), failure);
  }
}
