package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.content.Exhibit;
import dev.engine.domain.content.JsonExamples;
import dev.engine.domain.content.Kind;
import dev.engine.domain.content.Provenance;
import dev.engine.domain.content.StagedContent;
import dev.engine.domain.content.StagedContentContract;
import dev.engine.domain.content.StagedItem;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.session.SessionId;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JooqStagedContentTest implements StagedContentContract {

  @TempDir private Path folder;

  private SqliteStorage storage;

  @BeforeEach
  void open() {
    storage = TestDatabases.storage(folder, new SplittableRandom(7));
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Override
  public StagedContent stagedContent(RandomGenerator random) {
    storage.close();
    storage = TestDatabases.storage(folder, random);
    return storage.stagedContent();
  }

  @Override
  public Notifications notifications() {
    return storage.notifications();
  }

  @Test
  void whatTheDomainTakesForJsonTheDatabaseTakesToo() {
    StagedContent content = storage.stagedContent();

    assertThat(JsonExamples.DOCUMENTS)
        .allSatisfy(
            document -> {
              Exhibit exhibit = new Exhibit(Kind.JSON, "a", document);
              StagedItem staged = content.stage(exhibit, Provenance.UNKNOWN, NOON, null);
              assertThat(content.body(staged.id())).contains(document);
            });
  }

  @Test
  void aSessionThatIsNotThereIsRefused() {
    StagedContent content = storage.stagedContent();
    Provenance stranger = new Provenance(null, new SessionId("0000beef"), null);

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(
            () -> content.stage(new Exhibit(Kind.MARKDOWN, "a", "b"), stranger, NOON, null));
  }
}
