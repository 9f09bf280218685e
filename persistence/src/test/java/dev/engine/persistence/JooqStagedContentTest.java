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
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JooqStagedContentTest implements StagedContentContract {

  @RegisterExtension private final StoreOnDisk store = new StoreOnDisk();

  @Override
  public StagedContent stagedContent(RandomGenerator random) {
    return store.empty(random).stagedContent();
  }

  @Override
  public Notifications notifications() {
    return store.latest().notifications();
  }

  @Test
  void whatTheDomainTakesForJsonTheDatabaseTakesToo() {
    StagedContent content = store.empty().stagedContent();

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
    StagedContent content = store.empty().stagedContent();
    Provenance stranger = new Provenance(null, new SessionId("0000beef"), null);

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(
            () -> content.stage(new Exhibit(Kind.MARKDOWN, "a", "b"), stranger, NOON, null));
  }
}
