package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.notification.Sender;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import org.junit.jupiter.api.Test;

final class NotifyCommandTest {

  private final CliRun cli = new CliRun();

  @Test
  void aMessageWaitsForItsConversation() {
    CliRun.Result result = cli.run("notify", "chief-2026-01-05", "It moved.\nTo Friday.");

    Notification queued =
        cli.storage()
            .notifications()
            .list(NotificationFilter.WAITING, Page.FIRST)
            .items()
            .getFirst();
    assertThat(queued.notice().title()).isEqualTo("It moved.");
    assertThat(queued.notice().body()).isEqualTo("It moved.\nTo Friday.");
    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0, "notification %s: waits for chief-2026-01-05\n".formatted(queued.id()), ""));
  }

  @Test
  void anEmptyMessageIsExitCode2() {
    CliRun.Result result = cli.run("notify", "chief-2026-01-05", " ");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(cli.storage().notifications().list(NotificationFilter.ALL, Page.FIRST).items())
        .isEmpty();
  }

  @Test
  void whatASessionOfClaudeCodeSaysIsNotSaidByThePerson() {
    Session session = SessionExamples.stored(cli.storage().sessions(), "a");
    cli.with("CLAUDECODE", "1").with("CLAUDE_CODE_SESSION_ID", "a");

    cli.run("notify", "chief-2026-01-05", "It moved.");

    assertThat(onlyNotice().sender())
        .isEqualTo(new Sender.FromConversation(session.conversation()));
  }

  @Test
  void aSessionMaySpeakForAnotherConversation() {
    SessionExamples.stored(cli.storage().sessions(), "a");
    cli.with("CLAUDECODE", "1").with("CLAUDE_CODE_SESSION_ID", "a");

    cli.run("notify", "chief-2026-01-05", "It moved.", "--from", "builder-1");

    assertThat(onlyNotice().sender())
        .isEqualTo(new Sender.FromConversation(new ConversationId("builder-1")));
  }

  @Test
  void theConversationThatWasHandedOverSpeaks() {
    cli.with("CLAUDECODE", "1").with("ENGINE_CONVERSATION_ID", "builder-1");

    cli.run("notify", "chief-2026-01-05", "It moved.");

    assertThat(onlyNotice().sender())
        .isEqualTo(new Sender.FromConversation(new ConversationId("builder-1")));
  }

  @Test
  void aSessionThatNobodyKnowsSaysNothing() {
    cli.with("CLAUDECODE", "1");

    assertThat(cli.run("notify", "chief-2026-01-05", "It moved.").exitCode()).isEqualTo(2);
    cli.with("CLAUDE_CODE_SESSION_ID", "a");
    assertThat(cli.run("notify", "chief-2026-01-05", "It moved.").exitCode()).isEqualTo(3);
    assertThat(cli.storage().notifications().list(NotificationFilter.ALL, Page.FIRST).items())
        .isEmpty();
  }

  private Notice onlyNotice() {
    return cli.storage()
        .notifications()
        .list(NotificationFilter.ALL, Page.FIRST)
        .items()
        .getFirst()
        .notice();
  }
}
