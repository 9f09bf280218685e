package dev.engine.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.EventFilter;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Queueing;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.testing.InMemoryStorage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hooks that wait beside a session of the builder, which has stopped at noon. */
final class WaitingHooksTest {

  private static final Instant NOON = SessionExamples.NOON;
  private static final ConversationId BUILDER = new ConversationId("builder-00000001");
  private static final Limit ALL = new Limit(1_000);
  private static final ClaudeSessionId SESSION = new ClaudeSessionId("a");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON.plusSeconds(1));
  private final HookMeans means =
      new HookMeans(
          now::get, new SplittableRandom(7), pause -> now.updateAndGet(time -> time.plus(pause)));
  private final HookDispatcher events =
      new HookDispatcher(storage, BareMachine.surroundings(), now::get);
  private final ScriptedNews news = new ScriptedNews();
  private final WaitingHooks hooks = new WaitingHooks(storage, news, means);
  private int calls;

  @BeforeEach
  void stop() {
    fire("SessionStart");
    fire("UserPromptSubmit");
    fire("Stop");
  }

  @Test
  void whatWaitsAlreadyWakesAtOnceButNotInTheSecondAfterTheStop() throws Exception {
    queue("the tests pass");
    RecordedLine line = new RecordedLine();

    hooks.await(wait("a"), line);

    assertThat(line.woken).hasSize(1).first().asString().contains("\"the tests pass\"");
    assertThat(now.get()).isEqualTo(NOON.plusSeconds(2));
    assertThat(hooks.isAwaited(SESSION)).isFalse();
  }

  @Test
  void whatIsQueuedWhileItWaitsWakes() throws Exception {
    news.then(() -> queue("the tests pass"));
    RecordedLine line = new RecordedLine();

    hooks.await(wait("a"), line);

    assertThat(line.woken).hasSize(1);
    assertThat(news.asked).containsExactly(BUILDER);
  }

  @Test
  void theWakesPromptConfirmsWhatItWasToldWith() throws Exception {
    Notification queued = queue("the tests pass");
    hooks.await(wait("a"), new RecordedLine());

    now.updateAndGet(time -> time.plusSeconds(1));
    fire("UserPromptSubmit");

    assertThat(stateOf(queued)).isInstanceOf(State.Confirmed.class);
  }

  @Test
  void aSessionThatGoesOnByItselfSendsItAway() throws Exception {
    news.then(() -> fire("UserPromptSubmit"));
    RecordedLine line = new RecordedLine();

    hooks.await(wait("a"), line);

    assertThat(line.woken).isEmpty();
    assertThat(line.isDismissed).isTrue();
  }

  @Test
  void aSessionThatEndsSendsItAway() throws Exception {
    news.then(() -> fire("SessionEnd"));
    RecordedLine line = new RecordedLine();

    hooks.await(wait("a"), line);

    assertThat(line.woken).isEmpty();
    assertThat(line.isDismissed).isTrue();
  }

  @Test
  void whenTheEngineEndsItIsLeftToWaitForTheNextOne() throws Exception {
    news.end();
    RecordedLine line = new RecordedLine();

    hooks.await(wait("a"), line);

    assertThat(line.woken).isEmpty();
    assertThat(line.isDismissed).isFalse();
  }

  @Test
  void whenItsTimeIsUpItIsSentAwayAndWakesNobodyAnyMore() throws Exception {
    news.then(
        () -> {
          now.set(NOON.plus(Duration.ofHours(8)));
          queue("too late");
        });
    RecordedLine line = new RecordedLine();

    hooks.await(wait("a"), line);

    assertThat(line.woken).isEmpty();
    assertThat(line.isDismissed).isTrue();
  }

  @Test
  void nothingIsClaimedForAHookThatIsGone() throws Exception {
    Notification queued = queue("the tests pass");
    RecordedLine line = new RecordedLine();
    line.wordsUntilGone = 2;

    hooks.await(wait("a"), line);

    assertThat(stateOf(queued)).isEqualTo(queued.state());
    assertThat(storage.journal().after(0, EventFilter.ALL, ALL))
        .noneMatch(event -> event.happening().kind().value().equals("session.woken"));
  }

  @Test
  void whatAHookDidNotTakeGoesBack() throws Exception {
    Notification queued = queue("the tests pass");
    RecordedLine line = new RecordedLine();
    line.takesNoWake = true;

    hooks.await(wait("a"), line);

    assertThat(stateOf(queued)).isEqualTo(queued.state());
  }

  @Test
  void ofTwoHooksTheLaterOneCounts() throws Exception {
    CountDownLatch isWaiting = news.blockUntilInterrupted();
    RecordedLine first = new RecordedLine();
    Thread early =
        Thread.startVirtualThread(
            () -> {
              try {
                hooks.await(wait("a"), first);
              } catch (InterruptedException notItsOwn) {
                first.woken.add("interrupted");
              }
            });
    assertThat(isWaiting.await(30, TimeUnit.SECONDS)).isTrue();
    queue("the tests pass");
    RecordedLine second = new RecordedLine();

    hooks.await(wait("a"), second);

    assertThat(early.join(Duration.ofSeconds(30))).isTrue();
    assertThat(first.woken).isEmpty();
    assertThat(first.isDismissed).isTrue();
    assertThat(second.woken).hasSize(1);
  }

  @Test
  void aHookThatComesAgainSendsNoLaterOneAway() throws Exception {
    CountDownLatch isWaiting = news.blockUntilInterrupted();
    HookRequest comesAgain = wait("a");
    now.updateAndGet(time -> time.plusSeconds(5));
    HookRequest later = wait("a");
    Thread sits =
        Thread.startVirtualThread(
            () -> {
              try {
                hooks.await(later, new RecordedLine());
              } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
              }
            });
    assertThat(isWaiting.await(30, TimeUnit.SECONDS)).isTrue();
    RecordedLine line = new RecordedLine();

    hooks.await(comesAgain, line);

    assertThat(line.isDismissed).isTrue();
    assertThat(line.words).isZero();
    assertThat(hooks.isAwaited(SESSION)).isTrue();
    sits.interrupt();
    assertThat(sits.join(Duration.ofSeconds(30))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"session_id\":\"a\",\"agent_id\":\"x\"} | x-none | x",
        "{\"session_id\":\"a\"}                    | x-claude-entrypoint | sdk-cli",
        "{\"session_id\":\"a\"}                    | x-engine-mode | background",
        "{\"session_id\":\"a\"}                    | x-engine-event-id | none",
        "{}                                        | x-none | x",
        "no JSON                                   | x-none | x"
      })
  void nobodyElseIsWaitedWith(String payload, String header, String value) throws Exception {
    queue("the tests pass");
    RecordedLine line = new RecordedLine();
    Map<String, String> headers = headers();
    headers.put(header, value);

    hooks.await(received(payload, headers), line);

    assertThat(line.woken).isEmpty();
    assertThat(line.words).isZero();
    assertThat(line.isDismissed).isTrue();
  }

  @Test
  void aSessionThatIsSetToWorkByItselfIsWaitedWithWhateverStartsIt() throws Exception {
    queue("the tests pass");
    RecordedLine line = new RecordedLine();
    Map<String, String> headers = headers();
    headers.put("x-claude-entrypoint", "sdk-cli");
    headers.put("x-engine-mode", "autonomous");

    hooks.await(received("{\"session_id\":\"a\"}", headers), line);

    assertThat(line.woken).hasSize(1);
  }

  private Notification queue(String text) {
    Notice notice = new Notice(BUILDER, NotificationType.MESSAGE, "entity-" + calls++, text, "");
    return ((Queueing.Queued) storage.notifications().queue(notice, now.get())).notification();
  }

  private State stateOf(Notification notification) {
    return storage.notifications().find(notification.id()).orElseThrow().state();
  }

  private void fire(String event) {
    String payload =
        "{\"session_id\":\"a\",\"hook_event_name\":\"%s\",\"source\":\"startup\"}".formatted(event);
    Map<String, String> headers = headers();
    headers.put("x-engine-conversation-id", BUILDER.value());
    new EngineDoor(events, now::get, new SplittableRandom(1))
        .handle(received(event, payload, headers));
  }

  private HookRequest wait(String session) {
    return received("{\"session_id\":\"%s\"}".formatted(session), headers());
  }

  private static HookRequest received(String payload, Map<String, String> headers) {
    return received("Stop", payload, headers);
  }

  private static HookRequest received(String event, String payload, Map<String, String> headers) {
    return HookRequest.received(
        event,
        payload.getBytes(StandardCharsets.UTF_8),
        name -> headers.get(name.toLowerCase(Locale.ROOT)));
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    headers.put("x-engine-event-id", "%032x".formatted(++calls));
    headers.put("x-engine-called-at", HookRequest.timeText(now.get()));
    return headers;
  }

  /** A line to a hook that takes every word, unless it is told otherwise. */
  private static final class RecordedLine implements WaitLine {

    private final List<String> woken = new ArrayList<>();
    private int words;
    private int wordsUntilGone = Integer.MAX_VALUE;
    private boolean takesNoWake;
    private boolean isDismissed;

    @Override
    public void dismiss() {
      isDismissed = true;
    }

    @Override
    public void stillHere() throws IOException {
      words++;
      if (words > wordsUntilGone) {
        throw new IOException("gone");
      }
    }

    @Override
    public void wake(String text) throws IOException {
      if (takesNoWake) {
        throw new IOException("gone");
      }
      woken.add(text);
    }
  }

  /** News that come as the test says; when it says no more, the engine ends. */
  private static final class ScriptedNews implements WaitNews {

    private final LinkedBlockingQueue<Runnable> script = new LinkedBlockingQueue<>();
    private final List<@Nullable ConversationId> asked = new ArrayList<>();
    private final CountDownLatch isWaiting = new CountDownLatch(1);
    private boolean isBlocking;

    void then(Runnable happening) {
      script.add(happening);
    }

    void end() {
      script.clear();
    }

    CountDownLatch blockUntilInterrupted() {
      isBlocking = true;
      return isWaiting;
    }

    @Override
    public long newest() {
      return 0;
    }

    @Override
    public News next(long position, @Nullable ConversationId conversation, Duration patience)
        throws InterruptedException {
      asked.add(conversation);
      if (isBlocking) {
        isWaiting.countDown();
        new CountDownLatch(1).await();
      }
      Runnable happening = script.poll();
      if (happening != null) {
        happening.run();
      }
      return new News(position + 1, happening == null);
    }
  }
}
