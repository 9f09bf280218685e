package dev.engine.domain.serving;

import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.install.HomeFolder;
import java.util.Optional;

/**
 * What a running engine leaves in its home for those who want to call it. Nobody but the owner can
 * read it, and nobody ever sees a part of it.
 *
 * <p>Any method may throw {@link StorageUnavailable} if the file system refuses. {@code
 * RunFilesContract} is this interface in tests.
 */
public interface RunFiles {

  /** The token of {@code home}, drawn at first need and kept from then on. */
  AccessToken token(HomeFolder home);

  /** Has {@code token} be the one of {@code home} from now on. */
  void keepToken(HomeFolder home, AccessToken token);

  /**
   * Where an engine of {@code home} said that it listens; empty if none did. One that was killed
   * has not taken it back, so that nobody may listen there any more.
   */
  Optional<Endpoint> endpoint(HomeFolder home);

  /** Says where the engine of {@code home} listens. */
  void publish(HomeFolder home, Endpoint endpoint);

  /** Takes back what {@link #publish} said; nothing if that was done already. */
  void withdraw(HomeFolder home);
}
