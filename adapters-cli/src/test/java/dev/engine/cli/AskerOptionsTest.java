package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Listed;
import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.content.StagedFilter;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.mission.Slug;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.worker.WorkerFilter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever asks is told what comes of it, by whichever command. */
final class AskerOptionsTest {

  private static final ConversationId CHIEF = new ConversationId("chief-2026-01-05");

  private final CliRun cli = new CliRun();

  /** The commands by which somebody asks, and who is told in the end. */
  enum Asking {
    PING("ping send Deploy?"),
    STAGE("stage add --title a b"),
    MISSION("mission add nightly Look. --schedule @daily"),
    WORKER("worker spawn write Write.");

    private final String line;

    Asking(String line) {
      this.line = line;
    }

    private CliRun.Result run(CliRun cli, String... options) {
      return cli.run(
          Stream.concat(Stream.of(line.split(" ", -1)), Stream.of(options)).toArray(String[]::new));
    }

    private @Nullable ConversationId told(CliRun cli) {
      Storage storage = cli.storage();
      return switch (this) {
        case PING ->
            first(storage.pings().list(PingFilter.ALL, Page.FIRST)).appeal().conversation();
        case STAGE ->
            first(storage.stagedContent().list(StagedFilter.ALL, Page.FIRST))
                .provenance()
                .conversation();
        case MISSION ->
            storage.scheduledMissions().find(new Slug("nightly")).orElseThrow().plan().owner();
        case WORKER -> first(storage.workers().list(WorkerFilter.ALL, Page.FIRST)).task().owner();
      };
    }

    private static <T> T first(Listed<T> list) {
      return list.items().getFirst();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSessionOfClaudeCodeNeedNotSayWhoItIs(Asking asking) {
    Session session = SessionExamples.stored(cli.storage().sessions(), "a");
    cli.with("CLAUDECODE", "1").with("CLAUDE_CODE_SESSION_ID", "a");

    CliRun.Result result = asking.run(cli);

    assertThat(result.exitCode()).isZero();
    assertThat(asking.told(cli)).isEqualTo(session.conversation());
  }

  @ParameterizedTest
  @EnumSource
  void theConversationThatWasHandedOverIsTold(Asking asking) {
    SessionExamples.stored(cli.storage().sessions(), "a");
    cli.with("CLAUDE_CODE_SESSION_ID", "a").with("ENGINE_CONVERSATION_ID", CHIEF.value());

    asking.run(cli);

    assertThat(asking.told(cli)).isEqualTo(CHIEF);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSaidGoesBeforeWhatIsAround(Asking asking) {
    Session session = SessionExamples.stored(cli.storage().sessions(), "a");
    cli.with("CLAUDE_CODE_SESSION_ID", "unknown").with("ENGINE_CONVERSATION_ID", CHIEF.value());

    asking.run(cli, "--session", session.id().value());

    assertThat(asking.told(cli)).isEqualTo(session.conversation());
  }

  @ParameterizedTest
  @EnumSource
  void aSessionThatDoesNotExistAsksNothing(Asking asking) {
    assertThat(asking.run(cli, "--session", "0000beef").exitCode()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void ofASessionThatIsNotKnownNobodyIsToldAndThatIsSaid(Asking asking) {
    cli.with("CLAUDECODE", "1").with("CLAUDE_CODE_SESSION_ID", "a");

    CliRun.Result result = asking.run(cli);

    assertThat(result.exitCode()).isZero();
    assertThat(result.err())
        .contains("Session a of Claude Code is not known here, so nobody is told");
    assertThat(asking.told(cli)).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void aPersonIsNotTold(Asking asking) {
    CliRun.Result result = asking.run(cli);

    assertThat(result.err()).doesNotContain("nobody is told");
    assertThat(asking.told(cli)).isNull();
  }
}
