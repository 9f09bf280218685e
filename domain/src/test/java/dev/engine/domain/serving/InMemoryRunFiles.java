package dev.engine.domain.serving;

import dev.engine.domain.install.HomeFolder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link RunFiles} for the tests of everything above. */
public final class InMemoryRunFiles implements RunFiles {

  private final Map<HomeFolder, AccessToken> tokens = new HashMap<>();
  private final Map<HomeFolder, Endpoint> endpoints = new HashMap<>();

  @Override
  public synchronized AccessToken token(HomeFolder home) {
    return tokens.computeIfAbsent(
        home, isNew -> new AccessToken("token-%022d".formatted(tokens.size())));
  }

  @Override
  public synchronized void keepToken(HomeFolder home, AccessToken token) {
    tokens.put(home, token);
  }

  @Override
  public synchronized Optional<Endpoint> endpoint(HomeFolder home) {
    return Optional.ofNullable(endpoints.get(home));
  }

  @Override
  public synchronized void publish(HomeFolder home, Endpoint endpoint) {
    endpoints.put(home, endpoint);
  }

  @Override
  public synchronized void withdraw(HomeFolder home) {
    endpoints.remove(home);
  }
}
