package dev.engine.host.serving;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.AccessToken;
import dev.engine.domain.serving.Endpoint;
import dev.engine.domain.serving.RunFiles;
import dev.engine.host.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Token and endpoint as files of one line each, 0600 and replaced as a whole. */
public final class PrivateRunFiles implements RunFiles {

  /** Twice what is asked for: 256 bits. */
  private static final int TOKEN_BYTES = 32;

  @Override
  public AccessToken token(HomeFolder home) {
    return line(home.token())
        .flatMap(PrivateRunFiles::token)
        .orElseGet(
            () -> {
              AccessToken drawn = draw();
              keepToken(home, drawn);
              return drawn;
            });
  }

  @Override
  public void keepToken(HomeFolder home, AccessToken token) {
    write(home.token(), token.value());
  }

  @Override
  public Optional<Endpoint> endpoint(HomeFolder home) {
    return line(home.endpoint()).flatMap(Endpoint::read);
  }

  @Override
  public void publish(HomeFolder home, Endpoint endpoint) {
    write(home.endpoint(), endpoint.line());
  }

  @Override
  public void withdraw(HomeFolder home) {
    try {
      Files.deleteIfExists(home.endpoint());
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot delete " + home.endpoint(), refused);
    }
  }

  /**
   * Nobody can guess it. The source is opened here: for a command that draws none it costs 9 ms.
   */
  private static AccessToken draw() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new AccessToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Empty for what is no token, as after a fault of the disk: it is then drawn anew. */
  private static Optional<AccessToken> token(String line) {
    try {
      return Optional.of(new AccessToken(line));
    } catch (InvalidInput broken) {
      return Optional.empty();
    }
  }

  private static Optional<String> line(Path file) {
    try {
      // Latin-1 reads any byte: what is damaged is no token and no endpoint, and no failure.
      return Files.readString(file, StandardCharsets.ISO_8859_1).lines().findFirst();
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot read " + file, refused);
    }
  }

  private static void write(Path file, String line) {
    try {
      PrivateFiles.makeFolders(file.resolveSibling(""));
      if (Files.exists(file)) {
        PrivateFiles.close(file); // a file that is replaced keeps its mode
      }
      PrivateFiles.write(file, (line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot write " + file, refused);
    }
  }
}
