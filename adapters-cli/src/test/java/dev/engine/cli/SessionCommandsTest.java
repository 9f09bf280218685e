package dev.engine.cli;

import static dev.engine.domain.session.SessionExamples.NOON;
import static dev.engine.domain.session.SessionExamples.clientIn;
import static dev.engine.domain.session.SessionExamples.newcomer;
import static dev.engine.domain.session.SessionExamples.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.context.ContextExamples;
import dev.engine.domain.host.Showing;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.Observation;
import dev.engine.domain.session.Role;
import dev.engine.domain.session.Session;
import dev.engine.domain.session.Sighting;
import dev.engine.domain.session.Signal;
import dev.engine.domain.session.StatusText;
import dev.engine.domain.session.Want;
import org.junit.jupiter.api.Test;

final class SessionCommandsTest {

  private final CliRun cli = new CliRun();

  @Test
  void listSaysWhatEachSessionDoes() {
    Session session = aWaitingSession();

    CliRun.Result result = cli.runOnTerminal("session", "list");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            SESSION   CONVERSATION      STATE                 SEEN  STARTED  WORKS ON
            %s  %s  needs permission, 3m  3m    3m       /home/dev/proj…
            """
                .formatted(session.id(), session.conversation()));
  }

  @Test
  void listAsJsonHasEverythingThatIsKnown() {
    Session session = aWaitingSession();

    CliRun.Result result = cli.run("session", "list", "--json");

    assertThat(result.out())
        .contains(
            "\"id\" : \"%s\"".formatted(session.id()),
            "\"state\" : \"idle\"",
            "\"waitingFor\" : \"permission\"",
            "\"waitingSince\" : \"2026-01-05T12:00:00Z\"")
        .doesNotContain("null");
  }

  @Test
  void aSessionIsQuietOfWhichNothingProvesThatItLives() {
    Sighting first = sighting("a", new Signal.Stopped(), NOON.minusSeconds(3600));
    cli.storage().sessions().admit(first, newcomer(Role.PROJECT));

    CliRun.Result list = cli.runOnTerminal("session", "list");
    CliRun.Result json = cli.run("session", "list", "--json");

    assertThat(list.out()).contains("idle, quiet 1h");
    assertThat(json.out()).contains("\"quietSince\" : \"2026-01-05T11:00:00Z\"");
  }

  @Test
  void showSaysWhatASessionWorksOn() {
    Session session = aWaitingSession();
    cli.storage().sessions().say(session.id(), new StatusText("reading the spec"), NOON);

    CliRun.Result result = cli.runOnTerminal("session", "show", session.id().value());

    assertThat(result.out()).contains("works on       reading the spec");
  }

  @Test
  void showSaysHowFullTheContextIsAndWillBe() {
    Session session = aWaitingSession();
    read(40, 0);
    read(42, 60);
    read(44, 120);

    CliRun.Result shown = cli.run("session", "show", session.id().value());
    CliRun.Result json = cli.run("session", "show", session.id().value(), "--json");

    assertThat(shown.out())
        .contains("context        44% full, read 1m ago; 50% after about 3 more minutes");
    assertThat(json.out())
        .contains(
            "\"contextPercent\" : 44",
            "\"contextReadAt\" : \"2026-01-05T12:02:00Z\"",
            "\"level\" : 50",
            "\"minutes\" : 3");
  }

  @Test
  void endingTwiceSaysTheFirstReason() {
    Session session = aWaitingSession();
    cli.run("session", "end", session.id().value(), "--reason", "lost");

    CliRun.Result result = cli.run("session", "end", session.id().value());

    assertThat(result)
        .isEqualTo(new CliRun.Result(0, "session %s: ended (lost)\n".formatted(session.id()), ""));
  }

  @Test
  void jumpBringsThePaneToTheFront() {
    Session session = aWaitingSession();
    cli.display(client -> new Showing.Shown("%7", "build\u001b[2J", true));
    CliRun.Result seen = cli.run("session", "jump", session.id().value());
    cli.display(client -> new Showing.Shown("%7", "build", false));
    CliRun.Result unseen = cli.run("session", "jump", session.id().value());
    cli.display(client -> new Showing.PaneGone());
    CliRun.Result gone = cli.run("session", "jump", session.id().value());

    assertThat(seen.out())
        .startsWith("session %s: in front, in pane %%7 of window build".formatted(session.id()))
        .doesNotContain("\u001b");
    assertThat(unseen.out())
        .isEqualTo(
            "session %s: in front, in pane %%7 of window build; no terminal shows that yet, attach one\n"
                .formatted(session.id()));
    assertThat(gone)
        .isEqualTo(
            new CliRun.Result(
                4,
                "",
                "engine: ENG-1003 session %s cannot be shown: its tmux pane is gone\n"
                    .formatted(session.id())));
  }

  @Test
  void anUnknownSessionIsExitCode3() {
    CliRun.Result result = cli.run("session", "show", "0000beef");

    assertThat(result)
        .isEqualTo(new CliRun.Result(3, "", "engine: ENG-1002 no session 0000beef\n"));
  }

  @Test
  void aWrongIdIsExitCode2() {
    CliRun.Result result = cli.run("session", "show", "XYZ\u001b[31m");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("session id must be 8 lower-case hex digits, got \"XYZ?[31m\"")
        .contains("`engine session show --help` says more");
  }

  @Test
  void aWrongEnumNamesAllThatThereAre() {
    CliRun.Result result = cli.run("session", "list", "--role", "emperor");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("role must be one of chief, builder, deep-work, project, idea, got \"emperor\"");
  }

  @Test
  void aNounAloneNamesItsVerbs() {
    CliRun.Result result = cli.run("session");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("`engine session` needs one of: list, show, end, jump, status");
  }

  @Test
  void statusCountsTheFleet() {
    aWaitingSession();

    CliRun.Result result = cli.runOnTerminal("status");

    assertThat(result.out())
        .startsWith(
            """
            /project: 1 live in 1 conversation, 0 notices waiting
            No engine serves it; `engine up` starts one.
            """)
        .contains("needs permission");
  }

  private void read(int percent, int seconds) {
    cli.storage()
        .contextSamples()
        .record(new ClaudeSessionId("a"), ContextExamples.reading(percent, seconds));
  }

  private Session aWaitingSession() {
    Signal waits = new Signal.WaitsFor(Want.PERMISSION);
    Observation observation =
        cli.storage()
            .sessions()
            .admit(
                sighting("a", waits, clientIn("/home/dev/project"), NOON), newcomer(Role.PROJECT));
    return ((Observation.Admitted) observation).session();
  }
}
