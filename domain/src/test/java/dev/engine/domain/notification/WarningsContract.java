package dev.engine.domain.notification;

import static dev.engine.domain.context.ContextExamples.reading;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.notification.Notification.State;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** How long the warning of a context that fills up is true, and told. */
public interface WarningsContract {

  /** An empty store that draws its ids from {@code random}. */
  Storage storage(RandomGenerator random);

  private Storage storage() {
    return storage(new SplittableRandom(7));
  }

  @Test
  default void aWarningIsToldThoughTheClientWasStartedAnew() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = store.session("a");
    fill(storage, session, 71, 1);
    store.observe(session, new Signal.Ended(EndReason.PROMPT_INPUT_EXIT), 2);
    store.observe(session, SessionExamples.started(Source.RESUME), 3);

    Handout told = store.visit(session, Occasion.BEGINNING, 1, 3);

    assertThat(told.notifications())
        .extracting(warning -> warning.notice().type())
        .containsExactly(NotificationType.CONTEXT_WARNING);
  }

  @Test
  default void aWarningOfWhatACompactionHasEmptiedIsWithdrawn() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = store.session("a");
    Notification warning = fill(storage, session, 71, 1);
    store.compact(session, 2);

    assertThat(store.visit(session, Occasion.BEGINNING, 1, 2).isEmpty()).isTrue();
    assertThat(store.stateOf(warning)).isInstanceOf(State.Withdrawn.class);
  }

  @Test
  default void theSameLevelReachedAfterACompactionIsToldOnce() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = store.session("a");
    Notification before = fill(storage, session, 71, 1);
    store.compact(session, 2);
    Notification after = fill(storage, session, 72, 3);

    Handout told = store.visit(session, Occasion.TURN, 1, 4);

    assertThat(told.notifications()).extracting(Notification::id).containsExactly(after.id());
    assertThat(store.stateOf(before)).isInstanceOf(State.Withdrawn.class);
  }

  @Test
  default void onlyTheHighestLevelThatWasReachedIsTold() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = store.session("a");
    Notification high = fill(storage, session, 71, 1);
    Notification critical = fill(storage, session, 91, 2);

    Handout told = store.visit(session, Occasion.TURN, 1, 3);

    assertThat(told.notifications()).extracting(Notification::id).containsExactly(critical.id());
    assertThat(store.stateOf(high)).isInstanceOf(State.Withdrawn.class);
  }

  @Test
  default void whoGoesOnInItsPlaceIsNotWarnedOfASessionThatEnded() {
    Storage storage = storage();
    DeliveryExamples store = new DeliveryExamples(storage);
    SessionId session = store.session("a");
    Notification warning = fill(storage, session, 71, 1);
    store.clear(session, 2);

    assertThat(store.visit(store.session("b"), Occasion.TURN, 1, 3).isEmpty()).isTrue();
    assertThat(store.stateOf(warning)).isInstanceOf(State.Withdrawn.class);
  }

  /** Fills the context of {@code session} until it is warned, and gives the warning. */
  private static Notification fill(Storage storage, SessionId session, int percent, int seconds) {
    ClaudeSessionId claudeId = storage.sessions().find(session).orElseThrow().claudeId();
    storage.contextSamples().record(claudeId, reading(percent, seconds));
    return storage.notifications().list(NotificationFilter.ALL, Page.FIRST).items().getFirst();
  }
}
