package dev.engine.services;

import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Page;
import dev.engine.domain.TimeSpan;
import dev.engine.domain.content.Exhibit;
import dev.engine.domain.content.Kind;
import dev.engine.domain.content.Provenance;
import dev.engine.domain.content.StagedFilter;
import dev.engine.domain.content.StagedItem;
import dev.engine.domain.content.StagedItem.State;
import dev.engine.domain.content.StagedItemId;
import dev.engine.domain.content.Verdict;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Source;
import dev.engine.domain.testing.InMemoryStorage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PortalTest {

  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final StagedItemId UNKNOWN = new StagedItemId("0000beef");
  private static final Exhibit PLAN = new Exhibit(Kind.MARKDOWN, "The plan", "# Plan");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final Portal portal =
      new Engine(storage, InstantSource.fixed(NOW), new SplittableRandom(1)).portal();

  @Test
  void theConversationOfTheSessionThatStagedIsToldOfTheVerdict() {
    Session session = aSession();
    StagedItem item = portal.stage(PLAN, new Provenance(null, session.id(), null), null);

    StagedItem rejected = portal.resolve(item.id(), Verdict.REJECTED, "Too long.");

    assertThat(item.provenance())
        .isEqualTo(new Provenance(session.conversation(), session.id(), null));
    assertThat(rejected.state()).isEqualTo(new State.Resolved(Verdict.REJECTED, NOW, "Too long."));
    assertThat(storage.notifications().list(NotificationFilter.WAITING, Page.FIRST).items())
        .extracting(told -> told.notice().conversation())
        .containsExactly(session.conversation());
  }

  @Test
  void anotherConversationIsToldIfItIsNamed() {
    Session session = aSession();
    ConversationId chief = new ConversationId("chief-2026-01-05");

    StagedItem item = portal.stage(PLAN, new Provenance(chief, session.id(), null), null);

    assertThat(item.provenance()).isEqualTo(new Provenance(chief, session.id(), null));
  }

  @Test
  void anUnknownSessionStagesNothing() {
    Provenance stranger = new Provenance(null, new SessionId("0000beef"), null);

    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> portal.stage(PLAN, stranger, null))
        .withMessage("no session 0000beef");
    assertThat(portal.list(StagedFilter.ALL, Page.FIRST).items()).isEmpty();
  }

  @Test
  void anItemWaitsAsLongAsItIsTold() {
    StagedItem item = portal.stage(PLAN, Provenance.UNKNOWN, TimeSpan.parse("2h"));

    assertThat(item.state()).isEqualTo(new State.Staged(NOW.plusSeconds(7_200)));
  }

  @Test
  void sayingTheSameTwiceIsHarmlessAndTheOppositeIsNot() {
    StagedItem item = portal.stage(PLAN, Provenance.UNKNOWN, null);
    StagedItem approved = portal.resolve(item.id(), Verdict.APPROVED, "");

    assertThat(portal.resolve(item.id(), Verdict.APPROVED, "")).isEqualTo(approved);
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> portal.resolve(item.id(), Verdict.REJECTED, "no"))
        .withMessage("staged item %s is approved already", item.id());
  }

  @Test
  void anUnknownItemIsNotFound() {
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> portal.show(UNKNOWN));
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> portal.body(UNKNOWN));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> portal.resolve(UNKNOWN, Verdict.APPROVED, ""));
  }

  private Session aSession() {
    Observation observation =
        storage
            .sessions()
            .admit(sighting("a", started(Source.STARTUP), NOW), newcomer(Role.PROJECT));
    return ((Observation.Admitted) observation).session();
  }
}
