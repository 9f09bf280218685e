package dev.engine.app;

import static dev.engine.domain.session.SessionExamples.sighting;
import static dev.engine.domain.session.SessionExamples.started;

import dev.engine.domain.content.Exhibit;
import dev.engine.domain.content.Kind;
import dev.engine.domain.content.Provenance;
import dev.engine.domain.content.SourceFile;
import dev.engine.domain.content.StagedItem;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.session.Assignment;
import dev.engine.domain.session.Client;
import dev.engine.domain.session.Mode;
import dev.engine.domain.session.Newcomer;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Source;
import dev.engine.persistence.SqliteStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Names that this machine brings: of tmux windows, and of files that are staged. They are put into
 * the store beside the engine, as commands and hooks do that find it down.
 */
final class HostileHost implements AutoCloseable {

  /** How {@link HostileSaid} calls what names of files say. */
  static final String FILE = "name of a file";

  /** Whose sessions all live in one conversation. */
  private static final Newcomer SOMEBODY =
      new Newcomer(
          new Assignment(Role.PROJECT, Mode.INTERACTIVE),
          new ConversationId("in-windows"),
          List.of(),
          LocalDate.EPOCH);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SqliteStorage storage;
  private final HostileSaid said;

  HostileHost(Path project, HostileSaid said) {
    this.storage =
        SqliteStorage.open(HomeFolder.of(project).database(), PATIENCE, new SplittableRandom());
    this.said = said;
  }

  void say(String text, int number) {
    String window = said.by("name of a tmux window", text);
    Client client = new Client(null, null, null, "%" + number, window, null);
    Observation observed =
        storage
            .sessions()
            .admit(
                sighting("window-" + number, started(Source.STARTUP), client, Instant.now()),
                SOMEBODY);
    said.seenAt("fleet/" + Objects.requireNonNull(observed.session()).conversation(), window);

    String name = fileName(said.by(FILE, text));
    String body = said.by("StageContentRequest.body", text);
    StagedItem item =
        storage
            .stagedContent()
            .stage(
                new Exhibit(Kind.FILE, "From a file", body),
                Provenance.UNKNOWN.from(new SourceFile("docs/" + name, null)),
                Instant.now(),
                null);
    said.seenAt("portal/" + item.id(), "docs/" + name, body);
  }

  /** The names of the files that said these. */
  static List<String> names(List<String> texts) {
    return texts.stream().map(HostileHost::fileName).toList();
  }

  /** A text without what would end a name. */
  private static String fileName(String text) {
    return text.replace('/', '|');
  }

  @Override
  public void close() {
    storage.close();
  }
}
