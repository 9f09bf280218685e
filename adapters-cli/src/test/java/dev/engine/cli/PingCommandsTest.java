package dev.engine.cli;

import static dev.engine.domain.ping.PingExamples.CHIEF;
import static dev.engine.domain.ping.PingExamples.NOON;
import static dev.engine.domain.ping.PingExamples.appeal;
import static dev.engine.domain.ping.PingExamples.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Cursor;
import dev.engine.domain.Page;
import dev.engine.domain.Urgency;
import dev.engine.domain.notification.Notification;
import dev.engine.domain.notification.NotificationFilter;
import dev.engine.domain.ping.Answer;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PingCommandsTest {

  private final CliRun cli = new CliRun();

  @Test
  void aListThatHasMoreSaysHowToGoOn() {
    CliRun cli = new CliRun();
    cli.run("ping", "send", "Deploy now?");
    cli.run("ping", "send", "Deploy later?");
    List<Ping> sent = cli.storage().pings().list(PingFilter.ALL, Page.FIRST).items();

    CliRun.Result first = cli.run("ping", "list", "--limit", "1", "--json");

    String after = first.err().strip().replaceFirst("There is more: go on with --after ", "");
    CliRun.Result second = cli.run("ping", "list", "--limit", "1", "--after", after);
    assertThat(first.out()).contains(sent.getFirst().id().value());
    assertThat(second.out()).contains(sent.getLast().appeal().message()).hasLineCount(2);
    assertThat(second.err()).isEmpty();
  }

  @Test
  void aCursorOfAnotherListIsAUsageMistake() {
    CliRun cli = new CliRun();
    String ofWorkers = new Cursor("workers", List.of("x")).toString();

    assertThat(cli.run("ping", "list", "--after", ofWorkers).exitCode()).isEqualTo(2);
    assertThat(cli.run("ping", "list", "--after", "?").err()).contains("cursor must be");
  }

  @Test
  void aSentPingBelongsToTheConversationOfItsSession() {
    Session session = SessionExamples.stored(cli.storage().sessions(), "a");

    CliRun.Result result =
        cli.run(
            "ping", "send", "Deploy now?", "--urgency", "high", "--session", session.id().value());

    Ping sent = cli.storage().pings().list(PingFilter.ALL, Page.FIRST).items().getFirst();
    Appeal appeal = new Appeal(session.id(), session.conversation(), Urgency.HIGH, "Deploy now?");
    assertThat(sent).isEqualTo(Ping.sent(sent.id(), appeal, CliRun.NOW));
    assertThat(result)
        .isEqualTo(new CliRun.Result(0, "ping %s: sent (high)\n".formatted(sent.id()), ""));
  }

  @Test
  void listSaysHowFarEachPingHasCome() {
    Ping open = cli.storage().pings().send(appeal(Urgency.CRITICAL, "Deploy now?"), NOON);
    Ping seen = cli.storage().pings().send(question("Which colour?"), NOON.plusSeconds(60));
    cli.storage().pings().acknowledge(seen.id(), NOON);

    CliRun.Result result = cli.run("ping", "list");

    assertThat(result.out())
        .isEqualTo(
            """
            PING      URGENCY   CONVERSATION      STATE         SENT  MESSAGE
            %s  normal    chief-2026-01-05  acknowledged  2m    Which colour?
            %s  critical  chief-2026-01-05  open          3m    Deploy now?
            """
                .formatted(seen.id(), open.id()));
    assertThat(cli.run("ping", "list", "--open").out()).doesNotContain(seen.id().value());
  }

  @Test
  void listAsJsonHasEverythingThatIsKnown() {
    Ping answered = cli.storage().pings().send(question("Deploy now?"), NOON);
    cli.storage().pings().acknowledge(answered.id(), NOON.plusSeconds(1));
    cli.storage().pings().answer(answered.id(), new Answer("yes"), NOON.plusSeconds(2));

    CliRun.Result result = cli.run("ping", "list", "--json");

    assertThat(result.out())
        .contains(
            "\"id\" : \"%s\"".formatted(answered.id()),
            "\"conversationId\" : \"%s\"".formatted(CHIEF),
            "\"state\" : \"answered\"",
            "\"acknowledgedAt\" : \"2026-01-05T12:00:01Z\"",
            "\"answeredAt\" : \"2026-01-05T12:00:02Z\"",
            "\"answer\" : \"yes\"")
        .doesNotContain("sessionId", "null");
  }

  @Test
  void anAnswerIsToldToTheConversationThatAsked() {
    Ping sent = cli.storage().pings().send(question("Deploy now?"), NOON);

    CliRun.Result result = cli.run("ping", "answer", sent.id().value(), "not before six");

    assertThat(result)
        .isEqualTo(new CliRun.Result(0, "ping %s: answered\n".formatted(sent.id()), ""));
    Answer answer = new Answer("not before six");
    assertThat(cli.storage().notifications().list(NotificationFilter.ALL, Page.FIRST).items())
        .extracting(Notification::notice)
        .containsExactly(sent.answered(CliRun.NOW, answer).answerNotice().orElseThrow());
  }

  @Test
  void aSecondAnswerIsExitCode4() {
    Ping sent = cli.storage().pings().send(question("Deploy now?"), NOON);
    cli.run("ping", "answer", sent.id().value(), "yes");

    CliRun.Result result = cli.run("ping", "answer", sent.id().value(), "no");

    assertThat(result.exitCode()).isEqualTo(4);
  }

  @Test
  void acknowledgingAnAnsweredPingSaysThatItIsAnswered() {
    Ping sent = cli.storage().pings().send(question("Deploy now?"), NOON);

    CliRun.Result first = cli.run("ping", "ack", sent.id().value());
    cli.run("ping", "answer", sent.id().value(), "yes");
    CliRun.Result second = cli.run("ping", "ack", sent.id().value());

    assertThat(first.out()).isEqualTo("ping %s: acknowledged\n".formatted(sent.id()));
    assertThat(second.out()).isEqualTo("ping %s: answered\n".formatted(sent.id()));
  }

  @Test
  void aSnoozedPingIsOpenAndOutOfAttention() {
    Ping sent = cli.storage().pings().send(question("Deploy now?"), NOON);

    CliRun.Result result = cli.run("ping", "snooze", sent.id().value(), "2h");

    assertThat(result)
        .isEqualTo(new CliRun.Result(0, "ping %s: snoozed for 2h\n".formatted(sent.id()), ""));
    assertThat(cli.storage().pings().find(sent.id()))
        .contains(sent.snoozed(CliRun.NOW.plus(Duration.ofHours(2))));
    assertThat(cli.run("ping", "list", "--open").out())
        .contains("snoozed until 2026-01-05T14:03:00Z");
    assertThat(cli.run("attention").out()).isEqualTo("Nothing waits for you.\n");
  }

  @Test
  void wordsThatMeanNothingAreExitCode2() {
    assertThat(cli.run("ping", "snooze", "0000beef", "soon").err())
        .contains(
            "time span must be a number and one of s, m, h, d, from 1s to 366d, got \"soon\"");
    assertThat(cli.run("ping", "send", " ").exitCode()).isEqualTo(2);
    assertThat(cli.run("ping", "send", "x", "--urgency", "immense").err())
        .contains("urgency must be one of low, normal, high, critical, got \"immense\"");
  }
}
