package dev.engine.domain.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.install.HomeFolder;
import org.junit.jupiter.api.Test;

/** What {@link RunFiles} promises. */
public interface RunFilesContract {

  /** The files of {@link #home()} and of no other process. */
  RunFiles files();

  /** A home in which nothing runs and nothing ever did. */
  HomeFolder home();

  @Test
  default void aTokenIsDrawnOnceAndKept() {
    RunFiles files = files();

    AccessToken drawn = files.token(home());

    assertThat(files.token(home())).isEqualTo(drawn);
  }

  @Test
  default void aChosenTokenTakesThePlaceOfTheDrawnOne() {
    RunFiles files = files();
    files.token(home());
    AccessToken chosen = new AccessToken("chosen-by-the-person-012345");

    files.keepToken(home(), chosen);

    assertThat(files.token(home())).isEqualTo(chosen);
  }

  @Test
  default void nothingIsPublishedAtFirst() {
    assertThat(files().endpoint(home())).isEmpty();
  }

  @Test
  default void theLastPublishedEndpointCounts() {
    RunFiles files = files();
    files.publish(home(), new Endpoint("127.0.0.1", 1));

    files.publish(home(), new Endpoint("127.0.0.1", 2));

    assertThat(files.endpoint(home())).contains(new Endpoint("127.0.0.1", 2));
  }

  @Test
  default void whatIsWithdrawnIsGone() {
    RunFiles files = files();
    files.publish(home(), new Endpoint("127.0.0.1", 1));

    files.withdraw(home());
    files.withdraw(home());

    assertThat(files.endpoint(home())).isEmpty();
  }
}
