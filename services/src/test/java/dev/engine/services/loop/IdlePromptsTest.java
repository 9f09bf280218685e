package dev.engine.services.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.host.ClientPane;
import dev.engine.domain.host.Prompting;
import dev.engine.domain.host.Prompts;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Occasion;
import dev.engine.domain.notification.Queueing;
import dev.engine.domain.notification.Visit;
import dev.engine.domain.session.Assignment;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.Newcomer;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.domain.session.TmuxServer;
import dev.engine.domain.testing.InMemoryStorage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class IdlePromptsTest {

  private static final Instant NOON = SessionExamples.NOON;
  private static final ConversationId BUILDER = new ConversationId("builder-00000001");
  private static final TmuxServer SERVER = new TmuxServer("/tmp/tmux-1000/work", 70);
  private static final Client IN_PANE = new Client(null, null, null, "%7", null, null, SERVER);

  private final InMemoryStorage storage = new InMemoryStorage();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON.plusSeconds(60));
  private final RecordedPrompts prompts = new RecordedPrompts();
  private boolean hasHook;
  private final IdlePrompts loop =
      new IdlePrompts(storage, prompts, session -> hasHook, now::get, new SplittableRandom(1));

  @Test
  void anIdleSessionInAPaneIsPromptedWithWhatWaits() {
    session(IN_PANE, Mode.INTERACTIVE);
    Notification queued = queued("the tests pass");

    loop.run();

    assertThat(prompts.panes).containsExactly(new ClientPane("%7", SERVER, null));
    assertThat(prompts.texts).hasSize(1).first().asString().contains("the tests pass");
    assertThat(stateOf(queued)).isInstanceOf(State.Offered.class);
  }

  @Test
  void whereNothingWaitsNoPaneIsLookedAt() {
    session(IN_PANE, Mode.INTERACTIVE);

    loop.run();

    assertThat(prompts.panes).isEmpty();
  }

  @Test
  void aSessionWithAHookThatWaitsIsLeftToIt() {
    session(IN_PANE, Mode.INTERACTIVE);
    queued("the tests pass");
    hasHook = true;

    loop.run();

    assertThat(prompts.panes).isEmpty();
  }

  @Test
  void aSessionWithoutAPaneIsNotPrompted() {
    session(Client.UNKNOWN, Mode.INTERACTIVE);
    queued("the tests pass");

    loop.run();

    assertThat(prompts.panes).isEmpty();
  }

  @Test
  void aBackgroundSessionIsNotPrompted() {
    session(IN_PANE, Mode.BACKGROUND);
    queued("the tests pass");

    loop.run();

    assertThat(prompts.panes).isEmpty();
  }

  @Test
  void aSessionThatWorksOrHasOnlyJustStoppedIsNotPrompted() {
    session(IN_PANE, Mode.INTERACTIVE);
    queued("the tests pass");
    observe(new Signal.Prompted(), 50);
    loop.run();
    observe(new Signal.Stopped(), 51);
    loop.run();

    assertThat(prompts.panes).isEmpty();
  }

  @Test
  void whatIsInThePaneIsNotToldAgainInThatContextThoughNothingConfirmsIt() {
    session(IN_PANE, Mode.INTERACTIVE);
    Notification queued = queued("the tests pass");
    prompts.outcome = new Prompting.Unconfirmed("copy mode");

    loop.run();
    State afterwards = stateOf(queued);
    observe(new Signal.Stopped(), 61);
    now.set(NOON.plusSeconds(180));
    loop.run();

    assertThat(afterwards).isInstanceOf(State.Offered.class);
    assertThat(prompts.texts).hasSize(1);
    assertThat(stateOf(queued).offer()).isEqualTo(afterwards.offer());
  }

  @Test
  void whatTheClientTookAfterAllIsConfirmedByItsNextTurn() {
    session(IN_PANE, Mode.INTERACTIVE);
    Notification queued = queued("the tests pass");
    prompts.outcome = new Prompting.Unconfirmed("the client was not there any more");
    loop.run();
    SessionId session = storage.sessions().find(new ClaudeSessionId("a")).orElseThrow().id();
    HookEventId prompted = new HookEventId("%032x".formatted(1));

    storage.deliveries().visit(new Visit(session, Occasion.TURN, prompted, NOON.plusSeconds(120)));

    assertThat(stateOf(queued)).isInstanceOf(State.Confirmed.class);
  }

  @Test
  void whatIsNotPastedGoesBackAndIsNotTriedAgainUntilTheSessionShowsASignOfLife() {
    session(IN_PANE, Mode.INTERACTIVE);
    Notification queued = queued("the tests pass");
    prompts.outcome = new Prompting.NotPasted("copy mode");

    loop.run();
    State afterwards = stateOf(queued);
    loop.run();
    int tries = prompts.texts.size();
    observe(new Signal.Stopped(), 61);
    now.set(NOON.plusSeconds(80));
    prompts.outcome = new Prompting.Submitted();
    loop.run();

    assertThat(afterwards).isEqualTo(queued.state());
    assertThat(tries).isEqualTo(1);
    assertThat(prompts.texts).hasSize(2);
    assertThat(stateOf(queued)).isInstanceOf(State.Offered.class);
  }

  @Test
  void aPaneThatIsNotReadyClaimsNothing() {
    session(IN_PANE, Mode.INTERACTIVE);
    Notification queued = queued("the tests pass");
    prompts.isReady = false;

    loop.run();
    loop.run();

    assertThat(prompts.panes).hasSize(2);
    assertThat(stateOf(queued)).isEqualTo(queued.state());
  }

  private void session(Client client, Mode mode) {
    Newcomer newcomer =
        new Newcomer(
            new Assignment(Role.BUILDER, mode), BUILDER, List.of(), LocalDate.parse("2026-01-05"));
    storage
        .sessions()
        .admit(
            SessionExamples.sighting("a", SessionExamples.started(Source.STARTUP), NOON)
                .withClient(client),
            newcomer);
  }

  private void observe(Signal signal, int seconds) {
    storage.sessions().observe(SessionExamples.sighting("a", signal, NOON.plusSeconds(seconds)));
  }

  private Notification queued(String title) {
    Notice notice = new Notice(BUILDER, NotificationType.MESSAGE, "x", title, "");
    return ((Queueing.Queued) storage.notifications().queue(notice, NOON)).notification();
  }

  private State stateOf(Notification notification) {
    return storage.notifications().find(notification.id()).orElseThrow().state();
  }

  private static final class RecordedPrompts implements Prompts {

    private final List<ClientPane> panes = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private Prompting outcome = new Prompting.Submitted();
    private boolean isReady = true;

    @Override
    public Prompting submit(ClientPane pane, Supplier<Optional<String>> text) {
      panes.add(pane);
      if (!isReady) {
        return new Prompting.NotReady("copy mode");
      }
      Optional<String> asked = text.get();
      asked.ifPresent(texts::add);
      return asked.isPresent() ? outcome : new Prompting.NothingToSay();
    }
  }
}
