package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.notification.Handout;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Occasion;
import dev.engine.domain.notification.Visit;
import dev.engine.domain.notification.Waiter;
import dev.engine.domain.notification.Waking;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.Sighting;
import dev.engine.domain.session.Signal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before a waiter's turn to write has come, the session may have gone on, or been told. */
final class WokenMeanwhileTest {

  private static final Instant NOON = SessionExamples.NOON;
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final HookEventId WAITING = new HookEventId("%032x".formatted(1));
  private static final HookEventId VISITING = new HookEventId("%032x".formatted(2));

  @TempDir private Path folder;

  private Path file;

  @BeforeEach
  void create() {
    file = TestDatabases.file(folder);
  }

  @Test
  void whoHasGoneOnMeanwhileIsNotWoken() {
    try (SqliteStorage storage = storage()) {
      Session session = withNotice(storage);

      Waking waking = wake(session, () -> storage.sessions().observe(prompted()));

      assertThat(waking).isEqualTo(new Waking.NoMore());
    }
  }

  @Test
  void whoWasToldMeanwhileIsNotWoken() {
    try (SqliteStorage storage = storage()) {
      Session session = withNotice(storage);
      Visit visit = new Visit(session.id(), Occasion.TURN, VISITING, LATER);

      Waking waking =
          wake(
              session,
              () -> assertThat(storage.deliveries().visit(visit)).isNotEqualTo(Handout.NOTHING));

      assertThat(waking).isEqualTo(new Waking.NotYet(session.conversation()));
    }
  }

  private SqliteStorage storage() {
    return SqliteStorage.open(file, TestDatabases.BUSY_TIMEOUT, new SplittableRandom(7));
  }

  /** A session that does nothing, and for which something waits. */
  private static Session withNotice(SqliteStorage storage) {
    Session session = SessionExamples.stored(storage.sessions(), "client");
    ConversationId conversation = session.conversation();
    storage
        .notifications()
        .queue(new Notice(conversation, NotificationType.MESSAGE, "x", "about x", ""), NOON);
    return session;
  }

  private Waking wake(Session session, Runnable meanwhile) {
    try (Transactions transactions =
        DirectTransactions.shared(
            file, Connections.open(file, TestDatabases.BUSY_TIMEOUT), TestDatabases.BUSY_TIMEOUT)) {
      return new SqliteDeliveries(
              new Interrupted(transactions, meanwhile), new JournalRows(Actor.HOOK))
          .wake(new Waiter(session.claudeId(), WAITING, NOON), LATER);
    }
  }

  private static Sighting prompted() {
    return SessionExamples.sighting("client", new Signal.Prompted(), LATER);
  }

  /** Transactions in whose way something comes when they are about to write. */
  private record Interrupted(Transactions real, Runnable meanwhile) implements Transactions {

    @Override
    public <T> T read(Work<T> work) {
      return real.read(work);
    }

    @Override
    public <T> T write(Work<T> work) {
      meanwhile.run();
      return real.write(work);
    }

    @Override
    public <T> T together(Work<T> work) {
      return real.together(work);
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
