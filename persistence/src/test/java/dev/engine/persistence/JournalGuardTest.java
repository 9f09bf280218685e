package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Storage;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionId;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.session.Signal;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guard, on a verb that forgets the journal: a guard that never failed has not been tested. */
final class JournalGuardTest {

  @TempDir private Path folder;

  private Path file;
  private SqliteStorage storage;
  private Session session;

  @BeforeEach
  void open() {
    file = TestDatabases.file(folder);
    JournalGuard.install(file);
    storage = SqliteStorage.open(file, TestDatabases.BUSY_TIMEOUT, new SplittableRandom(7));
    session = SessionExamples.stored(storage.sessions(), "a");
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void aVerbThatForgetsTheJournalIsFound() {
    Sessions guarded = guardedDoing("UPDATE sessions SET status_text = 'secretly'");

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> guarded.find(session.id()))
        .withMessageContaining("must tell the journal");
  }

  @Test
  void aRowThatIsRemovedInSecretIsFound() {
    Sessions guarded = guardedDoing("DELETE FROM sessions");

    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> guarded.find(session.id()));
  }

  @Test
  void aSignOfLifeNeedsNoEvent() {
    Sessions guarded = JournalGuard.over(storage, file).sessions();

    assertThatCode(
            () ->
                guarded.observe(
                    SessionExamples.sighting(
                        "a", new Signal.Seen(), SessionExamples.NOON.plusSeconds(1))))
        .doesNotThrowAnyException();
  }

  /** Sessions of which every verb does nothing but {@code statement}. */
  private Sessions guardedDoing(String statement) {
    Sessions forgetful =
        proxy(
            Sessions.class,
            () -> {
              run(statement);
              return Optional.<SessionId>empty();
            });
    return JournalGuard.over(proxy(Storage.class, () -> forgetful), file).sessions();
  }

  private void run(String statement) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      Sql.update(connection, statement);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static <T> T proxy(Class<T> type, Supplier<?> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            JournalGuardTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.get()));
  }
}
