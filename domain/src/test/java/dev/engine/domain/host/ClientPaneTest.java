package dev.engine.domain.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.session.TmuxServer;
import org.junit.jupiter.api.Test;

final class ClientPaneTest {

  private static final TmuxServer SERVER = new TmuxServer("/tmp/tmux-1000/default", 70);
  private static final ProcessIdentity CLIENT = new ProcessIdentity(4242, null);

  @Test
  void aPaneIsToldByItsServerOrItsClient() {
    assertThat(new ClientPane("%7", SERVER, null).isTellable()).isTrue();
    assertThat(new ClientPane("%7", null, CLIENT).isTellable()).isTrue();
    assertThat(new ClientPane("%7", null, null).isTellable()).isFalse();
  }

  @Test
  void aLaterServerHasOtherPanes() {
    assertThat(new ClientPane("%7", SERVER, null).isOf(70)).isTrue();
    assertThat(new ClientPane("%7", SERVER, null).isOf(71)).isFalse();
    assertThat(new ClientPane("%7", null, CLIENT).isOf(71)).isTrue();
  }
}
