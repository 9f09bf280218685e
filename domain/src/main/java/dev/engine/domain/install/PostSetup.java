package dev.engine.domain.install;

import dev.engine.domain.error.EngineException.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Which HTTP hooks a person is to have in a project.
 *
 * @param client the version that will read the settings
 */
public record PostSetup(HomeFolder home, ClientVersion client, PostTarget target) {

  /** The first client that knows HTTP hooks. An older one drops settings that have some. */
  public static final ClientVersion OLDEST_CLIENT = new ClientVersion(2, 1, 63);

  /**
   * @throws InvalidInput if {@code client} knows no HTTP hooks
   */
  public PostSetup {
    if (!client.isAtLeast(OLDEST_CLIENT)) {
      throw tooOld(client.toString());
    }
  }

  /**
   * The HTTP hooks that go with {@code setup}.
   *
   * @throws InvalidInput if its client knows none, or is not known
   */
  public static PostSetup of(HookSetup setup, PostTarget target) {
    @Nullable ClientVersion client = setup.client();
    if (client == null) {
      throw tooOld("one of unknown version");
    }
    return new PostSetup(setup.home(), client, target);
  }

  private static InvalidInput tooOld(String got) {
    return new InvalidInput("Claude Code for HTTP hooks", OLDEST_CLIENT + " or later", got);
  }
}
