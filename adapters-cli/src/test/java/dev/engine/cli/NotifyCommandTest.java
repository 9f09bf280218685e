package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
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
}
