package dev.engine.cli;

import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.session.EndReason;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.Signal;
import org.junit.jupiter.api.Test;

final class EventsCommandsTest {

  private final CliRun cli = new CliRun();

  @Test
  void tailShowsTheNewestLast() {
    Session session = aSession();
    cli.storage().as(Actor.HOOK).sessions().observe(sighting("a", new Signal.Prompted(), NOON));
    cli.run("session", "end", session.id().value(), "--reason", "lost");

    CliRun.Result result = cli.run("events", "tail", "--limit", "2");

    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0,
                """
                EVENT  AT                    KIND            OF                BY    DATA
                2      2026-01-05T12:00:00Z  session.active  session %1$s  hook \s
                3      2026-01-05T12:03:00Z  session.ended   session %1$s  cli   {"reason":"lost"}
                """
                    .formatted(session.id()),
                ""));
  }

  @Test
  void tailAsJsonHasEverythingThatIsKnown() {
    Ping ping = ping();

    CliRun.Result result = cli.run("events", "tail", "--json");

    assertThat(result.out())
        .isEqualToIgnoringWhitespace(
            """
            [ {
              "position" : 1,
              "at" : "2026-01-05T12:00:00Z",
              "kind" : "ping.sent",
              "conversationId" : "chief-2026-01-05",
              "entityKind" : "ping",
              "entityId" : "%s",
              "actor" : "engine",
              "data" : {"urgency":"high"}
            } ]
            """
                .formatted(ping.id()));
  }

  @Test
  void tailShowsWhatIsAskedFor() {
    Session session = aSession();
    ping();

    assertThat(cli.run("events", "tail", "--kind", "ping.").out())
        .contains("ping.sent")
        .doesNotContain("session.started");
    assertThat(cli.run("events", "tail", "--session", session.id().value()).out())
        .contains("session.started")
        .doesNotContain("ping.sent");
    assertThat(cli.run("events", "tail", "--conversation", "chief-2026-01-05").out())
        .contains("ping.sent")
        .doesNotContain("session.started");
    assertThat(cli.run("events", "tail", "--kind", "worker.").out()).isEqualTo("No events.\n");
    assertThat(cli.run("events", "tail", "--kind", "Worker").exitCode()).isEqualTo(2);
  }

  @Test
  void followingShowsWhatHappensMeanwhileUntilItIsEnded() {
    Session session = aSession();
    cli.pauses().then(this::ping).then(() -> {}).then(() -> end(session));

    CliRun.Result result = cli.run("events", "tail", "-f", "--kind", "session.", "--limit", "1");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines().map(line -> line.split(" +", -1)[1]))
        .containsExactly("session.started", "session.ended");
    assertThat(result.err()).isEmpty();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void whatHappensInOnePauseIsShownWholeHoweverMuchItIs() {
    cli.pauses()
        .then(
            () -> {
              for (int i = 0; i < 7; i++) {
                ping();
              }
            });

    CliRun.Result result = cli.run("events", "tail", "-f", "--json", "--limit", "2");

    assertThat(result.out().lines())
        .hasSize(7)
        .allSatisfy(line -> assertThat(line).startsWith("{\"position\":").endsWith("}}"));
  }

  @Test
  void aPersonWhoEndsItIsToldHowFarItCame() {
    ping();

    CliRun.Result result = cli.runOnTerminal("events", "tail", "--follow");

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEqualTo("\nfollowed until event 1\n");
  }

  @Test
  void aSessionShowsItsNewestEvents() {
    Session session = aSession();
    for (int i = 0; i < 12; i++) {
      Signal signal = i % 2 == 0 ? new Signal.Prompted() : new Signal.Stopped();
      cli.storage().sessions().observe(sighting("a", signal, NOON.plusSeconds(i)));
    }
    ping();

    CliRun.Result result = cli.run("session", "show", session.id().value());

    assertThat(result.out().lines().filter(line -> line.contains("session.idle"))).hasSize(5);
    assertThat(result.out().lines().filter(line -> line.contains("session.active"))).hasSize(5);
    assertThat(result.out()).doesNotContain("ping.sent");
  }

  private Session aSession() {
    return SessionExamples.stored(cli.storage().sessions(), "a");
  }

  private void end(Session session) {
    cli.storage().sessions().end(session.id(), NOON, EndReason.LOST);
  }

  private Ping ping() {
    ConversationId chief = new ConversationId("chief-2026-01-05");
    return cli.storage().pings().send(new Appeal(null, chief, Urgency.HIGH, "Look."), NOON);
  }
}
