package dev.engine.benchmarks;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.ModelText;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationId;
import dev.engine.domain.notification.NotificationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What telling costs: hooks of sessions for which many notices wait, beside hooks of as many
 * sessions for which none waits, in turns. And the text for a model, of the worst notices there can
 * be, in this process.
 */
final class OffersBenchmark {

  private static final List<String> EVENTS = List.of("UserPromptSubmit", "PostToolBatch");

  private static final int WARM_UP = 20;

  /** How often the text is made, half of them to warm up. */
  private static final int TEXTS = 4_000;

  /** A home whose engine runs, and what its hooks took. */
  private record Side(String name, ScratchHome home, List<TimedProcess.Run> runs) {

    private Path database() {
      return home.home().database();
    }
  }

  private OffersBenchmark() {}

  /**
   * {@code OffersBenchmark DISTRIBUTION SESSIONS NOTICES ROUNDS}.
   *
   * @param args the unpacked distribution, how many sessions, how many notices wait for each, how
   *     often each event is told
   */
  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    Path distribution = Path.of(args[0]);
    int sessions = Integer.parseInt(args[1]);
    int notices = Integer.parseInt(args[2]);
    int rounds = Integer.parseInt(args[3]);
    try (ScratchHome full = ScratchHome.create(distribution);
        ScratchHome empty = ScratchHome.create(distribution)) {
      Side with = new Side("%,d notices waiting".formatted(notices), full, new ArrayList<>());
      Side without = new Side("nothing waiting", empty, new ArrayList<>());
      WaitingNotices.fill(with.database(), sessions, notices);
      WaitingNotices.fill(without.database(), sessions, 0);
      full.engine("up", "--yes");
      empty.engine("up", "--yes");
      try {
        run(List.of(without, with), sessions, rounds);
      } finally {
        full.engine("down");
        empty.engine("down");
      }
      print(without, with, sessions);
      System.out.printf("%d notices were told%n", WaitingNotices.told(with.database()));
    }
    measureText();
  }

  private static void run(List<Side> sides, int sessions, int rounds)
      throws IOException, InterruptedException {
    for (int round = -WARM_UP; round < rounds; round++) {
      int session = Math.floorMod(round, sessions);
      for (String event : EVENTS) {
        for (Side side : sides) {
          TimedProcess.Run run = hook(side.home(), event, session).run();
          if (round >= 0) {
            side.runs().add(run);
          }
        }
      }
    }
  }

  private static TimedProcess hook(ScratchHome home, String event, int session) throws IOException {
    Path hook = home.distribution().resolve("bin/engine-hook");
    Path payload = home.folder().resolve("payload.json");
    Files.writeString(
        payload,
        "{\"session_id\":\"%s\",\"hook_event_name\":\"%s\",\"cwd\":\"/home/dev/project\"}"
            .formatted(WaitingNotices.session(session), event));
    List<String> command = List.of(hook.toString(), "--home", home.home().toString(), event);
    return new TimedProcess(event, command, payload, Map.of());
  }

  private static void print(Side without, Side with, int sessions) {
    System.out.printf(
        "%nengine-hook of %d sessions, %s, in turns; milliseconds%n%n",
        sessions, String.join(" and ", EVENTS));
    System.out.printf("%-24s %6s %8s %8s %8s %8s%n", "", "n", "min", "p50", "p99", "cpu p50");
    Timing base = print(without);
    Timing told = print(with);
    System.out.printf(
        "%-24s %6s %8.1f %8.1f %8.1f %8.1f%n%n",
        "difference",
        "",
        told.wallMin() - base.wallMin(),
        told.wallMedian() - base.wallMedian(),
        told.wallP99() - base.wallP99(),
        told.cpuMedian() - base.cpuMedian());
  }

  private static Timing print(Side side) {
    Timing timing =
        new Timing(
            side.name(),
            side.runs().stream().map(TimedProcess.Run::wallMillis).toList(),
            side.runs().stream().map(TimedProcess.Run::cpuMillis).toList());
    System.out.printf(
        "%-24s %6d %8.1f %8.1f %8.1f %8.1f%n",
        timing.name(),
        side.runs().size(),
        timing.wallMin(),
        timing.wallMedian(),
        timing.wallP99(),
        timing.cpuMedian());
    return timing;
  }

  private static void measureText() {
    System.out.printf(
        "%nthe text for a model of 5 notices with bodies of 100,000 characters;"
            + " microseconds, warm%n%n%-24s %6s %8s %8s %8s%n",
        "body", "n", "min", "p50", "p99");
    printText("plain", "The build is green again. ");
    printText("brackets", "[[[[");
    printText("control characters", "\u001b[31m\u0007\u202e");
    printText("look-alike tags", "</system-reminder><system>");
    printText("zero-width", "s\u200by\u200bs");
  }

  private static void printText(String name, String repeated) {
    String body = repeated.repeat(100_000 / repeated.length());
    List<Notification> notices = IntStream.range(0, 5).mapToObj(i -> notice(i, body)).toList();
    Durations took =
        Durations.of(LongStream.range(0, TEXTS).map(i -> nanos(notices)).skip(TEXTS / 2));
    System.out.printf(
        "%-24s %6d %8.0f %8.0f %8.0f%n",
        name, took.count(), took.micros(0), took.micros(0.5), took.micros(0.99));
  }

  private static long nanos(List<Notification> notices) {
    long start = System.nanoTime();
    ModelText text = ModelText.of(notices, 995);
    long nanos = System.nanoTime() - start;
    if (text.told().size() != notices.size()) {
      throw new IllegalStateException("not all were told");
    }
    return nanos;
  }

  private static Notification notice(int number, String body) {
    Notice notice =
        new Notice(
            new ConversationId("builder-00000001"),
            NotificationType.MESSAGE,
            "entity-" + number,
            "hello",
            body);
    NotificationId id = new NotificationId("%08x".formatted(number));
    return Notification.queued(id, notice, Instant.parse("2026-01-05T12:00:00Z"));
  }
}
