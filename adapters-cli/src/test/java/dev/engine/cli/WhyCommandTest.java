package dev.engine.cli;

import static dev.engine.domain.ping.PingExamples.NOON;
import static dev.engine.domain.ping.PingExamples.appeal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Urgency;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.session.SessionExamples;
import dev.engine.domain.session.SessionId;
import dev.engine.services.why.Explanation;
import dev.engine.services.why.Why;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WhyCommandTest {

  private final CliRun cli = new CliRun();

  @Test
  void itSaysWhereAThingStandsWhatLedThereAndWhatToDo() {
    Ping ping = cli.storage().pings().send(appeal(Urgency.HIGH, "Deploy now?"), NOON);

    CliRun.Result result = cli.run("why", ping.id().value());

    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0,
                """
                ping %1$s waits for the person: nobody has looked at it
                  since          2026-01-05T12:00:00Z, 3m ago
                  conversation   chief-2026-01-05

                2026-01-05T12:00:00Z  was sent, high: "Deploy now?"

                NEXT                              TO
                engine ping answer %1$s TEXT  answer it
                engine ping ack %1$s          take it out of attention
                """
                    .formatted(ping.id()),
                ""));
  }

  @Test
  void onANarrowTerminalItsSentencesAreBrokenBetweenWords() {
    String question =
        "Shall the deployment go on although two of the tests failed the last two times?";
    Ping ping = cli.storage().pings().send(appeal(Urgency.HIGH, question), NOON);

    CliRun.Result result = cli.runOnTerminal("why", ping.id().value());

    assertThat(result.out())
        .contains(
            """
            2026-01-05T12:00:00Z  was sent, high: "Shall the deployment go on although two
                                  of the tests failed the last two times?"
            """);
    assertThat(result.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void asJsonItSaysTheSame() {
    Ping ping = cli.storage().pings().send(appeal(Urgency.HIGH, "Deploy now?"), NOON);

    CliRun.Result result = cli.run("why", ping.id().value(), "--json");

    assertThat(result.out())
        .isEqualToNormalizingNewlines(
            """
            [ {
              "kind" : "ping",
              "id" : "%1$s",
              "conversationId" : "chief-2026-01-05",
              "headline" : "waits for the person: nobody has looked at it",
              "since" : "2026-01-05T12:00:00Z",
              "facts" : [ {
                "at" : "2026-01-05T12:00:00Z",
                "text" : "was sent, high: \\"Deploy now?\\"",
                "event" : 1
              } ],
              "next" : [ {
                "command" : "engine ping answer %1$s TEXT",
                "purpose" : "answer it"
              }, {
                "command" : "engine ping ack %1$s",
                "purpose" : "take it out of attention"
              } ]
            } ]
            """
                .formatted(ping.id()));
  }

  @Test
  void whatIsProposedIsACommand() {
    SessionId session = SessionExamples.stored(cli.storage().sessions(), "a").id();
    Ping ping = cli.storage().pings().send(appeal(Urgency.HIGH, "Deploy now?"), NOON);
    Why why = new Why(cli.storage(), () -> CliRun.NOW.plusSeconds(3_600));

    Stream<Explanation> explained =
        Stream.of(session.value(), ping.id().value()).flatMap(id -> why.of(id).stream());

    assertThat(explained.flatMap(each -> each.next().stream()))
        .hasSizeGreaterThan(3)
        .allSatisfy(step -> assertThat(helped(step).exitCode()).as(step.command()).isZero());
  }

  @Test
  void whatNothingIsCalledIsExitCode3() {
    CliRun.Result result = cli.run("why", "0000beef");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(cli.run("why", "No Such").exitCode()).isEqualTo(2);
  }

  private CliRun.Result helped(Explanation.Step step) {
    String[] words = (step.command() + " --help").split(" ", -1);
    assertThat(words[0]).isEqualTo("engine");
    return cli.run(Arrays.copyOfRange(words, 1, words.length));
  }
}
