package dev.engine.domain.session;

import static dev.engine.domain.session.SessionExamples.clientIn;
import static dev.engine.domain.session.SessionExamples.clientInPane;
import static dev.engine.domain.session.SessionExamples.clientWithPid;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ClientTest {

  private static final TmuxServer ONE = new TmuxServer("/tmp/one", 70);
  private static final TmuxServer OTHER = new TmuxServer("/tmp/other", 71);

  @Test
  void aPaneAndItsServerMoveTogether() {
    Client moved = inPane("%1", ONE).updatedWith(inPane("%2", null));

    assertThat(moved).isEqualTo(inPane("%2", null));
    assertThat(inPane("%1", ONE).updatedWith(Client.UNKNOWN)).isEqualTo(inPane("%1", ONE));
  }

  @Test
  void whoeverStartsElsewhereHasLeftItsProcessAndItsPane() {
    Client before = inPane("%1", ONE).updatedWith(clientWithPid(73));

    Client silent = before.restartedAs(Client.UNKNOWN);
    Client again = before.restartedAs(clientWithPid(73));

    assertThat(silent).isEqualTo(Client.UNKNOWN);
    assertThat(again).isEqualTo(clientWithPid(73));
  }

  @Test
  void aPaneOfAnotherServerIsAnotherPane() {
    assertThat(inPane("%1", ONE).isInSamePaneAs(inPane("%1", ONE))).isTrue();
    assertThat(inPane("%1", ONE).isInSamePaneAs(inPane("%1", null))).isTrue();
    assertThat(inPane("%1", ONE).isInSamePaneAs(inPane("%1", OTHER))).isFalse();
  }

  @Test
  void whatHasTheNumberAloneCannotBeTraced() {
    Client numbered = new Client(null, null, new ProcessIdentity(73, null), null, null, null, null);

    assertThat(numbered.isTraceable()).isFalse();
    assertThat(clientInPane("%1").isTraceable()).isFalse();
    assertThat(clientWithPid(73).isTraceable()).isTrue();
    assertThat(inPane("%1", ONE).isTraceable()).isTrue();
  }

  @Test
  void twoClientsAreOneProcessOnlyWhereBothProcessesAreKnown() {
    assertThat(clientWithPid(73).isSameProcessAs(clientWithPid(73))).isTrue();
    assertThat(clientWithPid(73).isSameProcessAs(clientWithPid(74))).isFalse();
    assertThat(clientWithPid(73).isSameProcessAs(Client.UNKNOWN)).isFalse();
    assertThat(Client.UNKNOWN.isSameProcessAs(clientWithPid(73))).isFalse();
  }

  @Test
  void twoClientsAreInOnePaneOrDirectoryOnlyWhereBothAreKnown() {
    assertThat(Client.UNKNOWN.isInSamePaneAs(Client.UNKNOWN)).isFalse();
    assertThat(inPane("%1", null).isInSamePaneAs(inPane("%1", ONE))).isTrue();
    assertThat(inPane("%1", ONE).isInSamePaneAs(inPane("%2", ONE))).isFalse();
    assertThat(Client.UNKNOWN.isInSameDirectoryAs(Client.UNKNOWN)).isFalse();
    assertThat(clientIn("/a").isInSameDirectoryAs(clientIn("/a"))).isTrue();
    assertThat(clientIn("/a").isInSameDirectoryAs(clientIn("/b"))).isFalse();
  }

  @Test
  void aClientThatStartsAnewIsInAWindowOnlyWhereItIsInAPane() {
    Client known = new Client(null, null, null, "%1", "@1", null, ONE);

    assertThat(known.restartedAs(clientInPane("%1")).tmuxWindow()).isEqualTo("@1");
    assertThat(known.restartedAs(Client.UNKNOWN).tmuxWindow()).isNull();
  }

  @Test
  void anEventIsTheSameByAClientOfWhomMoreIsKnown() {
    Sighting first = SessionExamples.sighting("client", new Signal.Seen(), SessionExamples.NOON);

    assertThat(first.withClient(clientInPane("%1")))
        .isEqualTo(
            new Sighting(
                first.claudeId(), first.signal(), clientInPane("%1"), first.at(), first.arrival()));
  }

  private static Client inPane(String pane, @Nullable TmuxServer server) {
    return new Client(null, null, null, pane, null, null, server);
  }
}
