package dev.engine.domain.conversation;

import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.clientWithPid;
import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Limit;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Sighting;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.Source;
import dev.engine.domain.testing.PagedList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Conversations} promises. */
public interface ConversationsContract {

  /** An empty store. */
  Storage storage();

  @Test
  default void aConversationThatNobodyJoinedIsNotThere() {
    Storage storage = storage();

    assertThat(storage.conversations().find(new ConversationId("chief-2026-01-05"))).isEmpty();
    assertThat(storage.conversations().list(Page.FIRST).items()).isEmpty();
  }

  @Test
  default void theLineageStartsWithTheOldestSession() {
    Storage storage = storage();
    Session first = admitted(storage, startOf("a", Source.STARTUP, 0));
    storage.sessions().observe(endOf("a"));
    Session second = admitted(storage, startOf("b", Source.CLEAR, 2));

    Conversation conversation = storage.conversations().find(first.conversation()).orElseThrow();

    assertThat(conversation.sessions()).containsExactly(first.after(endOf("a")), second);
    assertThat(conversation.live()).contains(second);
  }

  @Test
  default void aSummaryCountsWhatBelongsToItsConversation() {
    Storage storage = storage();
    Session first = admitted(storage, startOf("a", Source.STARTUP, 0));
    storage.sessions().observe(endOf("a"));
    Session second = admitted(storage, startOf("b", Source.CLEAR, 2));
    Session other = admitted(storage, sighting("c", started(Source.STARTUP), NOON.plusSeconds(1)));
    storage.notifications().queue(notice(first.conversation()), NOON);

    List<ConversationSummary> summaries = storage.conversations().list(Page.FIRST).items();

    assertThat(summaries)
        .containsExactly(
            new ConversationSummary(first.conversation(), second, 2, 1, 1),
            new ConversationSummary(other.conversation(), other, 1, 1, 0));
    assertThat(storage.conversations().list(Page.first(new Limit(1))).items()).hasSize(1);
  }

  @Test
  default void itsPagesAreTheListAndStandWhereTheyStood() {
    Storage storage = storage();
    for (int i = 0; i < 5; i++) {
      admitted(storage, sighting("s" + i, started(Source.STARTUP), NOON.plusSeconds(i / 2)));
    }
    Sighting later = sighting("later", started(Source.STARTUP), NOON.plusSeconds(9));

    PagedList<ConversationSummary> list = page -> storage.conversations().list(page);

    list.isTheSameInPagesOfAnyLength();
    list.takesNoOtherCursor();
    list.isNotShiftedBy(() -> admitted(storage, later));
  }

  private static Sighting startOf(String claudeId, Source source, int seconds) {
    return sighting(claudeId, started(source), clientWithPid(73), NOON.plusSeconds(seconds));
  }

  private static Sighting endOf(String claudeId) {
    return sighting(claudeId, new Signal.Ended(EndReason.CLEAR), NOON.plusSeconds(1));
  }

  private static Session admitted(Storage storage, Sighting first) {
    Observation observation = storage.sessions().admit(first, newcomer(Role.PROJECT));
    return ((Observation.Admitted) observation).session();
  }

  private static Notice notice(ConversationId conversation) {
    return new Notice(conversation, NotificationType.MESSAGE, "a", "a title", "");
  }
}
