package dev.engine.cli;

import static dev.engine.domain.session.SessionExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.hook.HookEventId;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.notification.Occasion;
import dev.engine.domain.notification.Queueing;
import dev.engine.domain.notification.Visit;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import org.junit.jupiter.api.Test;

final class ConversationShowCommandTest {

  private final CliRun cli = new CliRun();
  private final Session session = SessionExamples.stored(cli.storage().sessions(), "a");

  @Test
  void belowTheLineageStandsWhatWasToldToWhom() {
    Notification told = queued("a", "The review moved to Friday, as Ada is away.", 1);
    visit(1, 60);
    visit(2, 120);
    Notification waiting = queued("b", "Leave out section 4.", 150);

    CliRun.Result result =
        cli.runOnTerminal("conversation", "show", session.conversation().value());

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .startsWith(session.conversation() + "\nSESSION ")
        .endsWith(
            """

            NOTICE    QUEUED  OFFERED  TO        CONFIRMED  STATE      TITLE
            %2$s  30s     -        -         -          queued     Leave out section 4.
            %1$s  2m      2m       %3$s  1m         confirmed  The review moved to …
            """
                .formatted(told.id(), waiting.id(), session.id()));
  }

  @Test
  void asJsonItHasThePathOfEachNotice() {
    queued("a", "The review moved.", 1);
    visit(1, 60);

    CliRun.Result result =
        cli.run("conversation", "show", session.conversation().value(), "--json");

    assertThat(result.out())
        .containsSubsequence(
            "\"sessions\"",
            "\"notifications\"",
            "\"state\" : \"offered\"",
            "\"offeredAt\" : \"2026-01-05T12:01:00Z\"",
            "\"offeredTo\" : \"%s\"".formatted(session.id()));
  }

  @Test
  void whoWasNeverToBeToldAnythingHasNoReceipts() {
    CliRun.Result result = cli.run("conversation", "show", session.conversation().value());

    assertThat(result.out()).endsWith("\n\nIt was never to be told anything.\n");
  }

  private Notification queued(String entity, String title, int seconds) {
    Notice notice = new Notice(session.conversation(), NotificationType.MESSAGE, entity, title, "");
    Queueing queued = cli.storage().notifications().queue(notice, NOON.plusSeconds(seconds));
    return ((Queueing.Queued) queued).notification();
  }

  /** A prompt, the answer to which tells what waits, and which shows that others have arrived. */
  private void visit(int call, int seconds) {
    HookEventId id = new HookEventId("%032x".formatted(call));
    cli.storage()
        .deliveries()
        .visit(new Visit(session.id(), Occasion.TURN, id, NOON.plusSeconds(seconds)));
  }
}
