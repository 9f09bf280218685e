package dev.engine.http.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.request.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class KeptRepliesTest {

  private static final int CALLERS = 8;

  private final AtomicLong version = new AtomicLong();
  private final AtomicInteger made = new AtomicInteger();
  private final KeptReplies kept = new KeptReplies(version::get);

  @Test
  void whileNothingIsStoredAReplyIsGivenAgain() {
    String first = asked("/board");

    String second = asked("/board");

    assertThat(List.of(first, second)).containsExactly("1", "1");
  }

  @Test
  void onceSomethingIsStoredAReplyIsMadeAnew() {
    asked("/board");
    version.incrementAndGet();

    String second = asked("/board");

    assertThat(second).isEqualTo("2");
  }

  @Test
  void aReplyDuringWhoseMakingSomethingIsStoredIsNotGivenAgain() {
    kept.reply(
        "/board",
        () -> {
          version.incrementAndGet();
          return next();
        });

    String second = asked("/board");

    assertThat(second).isEqualTo("2");
  }

  @Test
  void anotherQuestionHasAnotherReply() {
    asked("/board");

    String other = asked("/board?live=true");

    assertThat(other).isEqualTo("2");
    assertThat(asked("/board")).isEqualTo("1");
  }

  @Test
  void aFailureIsNotKept() {
    assertThatThrownBy(() -> kept.reply("/board", KeptRepliesTest::failing))
        .isInstanceOf(StorageUnavailable.class);

    String second = asked("/board");

    assertThat(second).isEqualTo("1");
  }

  @Test
  void aStoreThatCannotBeAskedGivesNothing() {
    AtomicInteger looks = new AtomicInteger();
    KeptReplies blind =
        new KeptReplies(
            () -> {
              if (looks.incrementAndGet() == 3) {
                throw new StorageUnavailable("busy");
              }
              return 7;
            });
    blind.reply("/board", this::next);

    assertThatThrownBy(() -> blind.reply("/board", this::next))
        .isInstanceOf(StorageUnavailable.class);
  }

  @Test
  void whatManyWantAtOnceIsMadeOnce() throws Exception {
    CountDownLatch asking = new CountDownLatch(CALLERS);

    List<String> replies =
        allAsk(
            asking,
            () -> {
              await(asking);
              return next();
            });

    assertThat(replies).hasSize(CALLERS).containsOnly("1");
  }

  @Test
  void whoWaitedForOneThatFailedMakesTheirOwn() throws Exception {
    CountDownLatch asking = new CountDownLatch(CALLERS);
    AtomicInteger tries = new AtomicInteger();

    List<String> replies =
        allAsk(
            asking,
            () -> {
              await(asking);
              return tries.incrementAndGet() == 1 ? failing() : next();
            });

    assertThat(replies).hasSize(CALLERS).containsOnlyOnce("failed").contains("1");
  }

  @Test
  void tooMuchIsNotKept() {
    asked("/first");
    for (int i = 0; i < 20; i++) {
      kept.reply("/large/" + i, () -> rendered("x".repeat(400_000)));
    }

    String first = asked("/first");

    assertThat(first).isEqualTo("2");
  }

  @Test
  void oneThatIsVeryLargeIsNotKeptAndLeavesTheOthers() {
    asked("/first");
    kept.reply("/large", () -> rendered("x".repeat(1_000_000)));

    String large = asked("/large");

    assertThat(large).isEqualTo("2");
    assertThat(asked("/first")).isEqualTo("1");
  }

  /** Eight ask for the same, each counted when the store is asked for its version. */
  private List<String> allAsk(CountDownLatch asking, Supplier<Rendered> act) throws Exception {
    KeptReplies shared =
        new KeptReplies(
            () -> {
              asking.countDown();
              return 7;
            });
    List<String> replies = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> running = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        running.add(threads.submit(() -> replyOrFailure(shared, act)));
      }
      for (Future<String> one : running) {
        replies.add(one.get());
      }
    }
    return replies;
  }

  private static String replyOrFailure(KeptReplies shared, Supplier<Rendered> act) {
    try {
      return text(shared.reply("/board", act));
    } catch (StorageUnavailable failure) {
      return "failed";
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private String asked(String what) {
    return text(kept.reply(what, this::next));
  }

  private Rendered next() {
    return rendered(Integer.toString(made.incrementAndGet()));
  }

  private static Rendered failing() {
    throw new StorageUnavailable("busy");
  }

  private static Rendered rendered(String body) {
    return Rendered.of(new Reply(200, null, null, body));
  }

  private static String text(Rendered rendered) {
    return new String(rendered.body(), StandardCharsets.UTF_8);
  }
}
