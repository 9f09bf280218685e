package dev.engine.app;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.error.EngineException.StorageUnavailable;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.AccessToken;
import dev.engine.domain.serving.RunFiles;
import dev.engine.http.TokenSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The token of an engine, as it is while the engine runs. */
record ServeToken(AccessToken value, Origin origin) implements TokenSource {

  private static final Set<PosixFilePermission> OWNERS =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  /**
   * The token in {@code chosen}, which becomes the one of {@code home} so that hooks and commands
   * find it; else the one that {@code home} has.
   *
   * @param chosen null if the person chose none
   * @throws InvalidInput if the file holds no token, or others than its owner may use it
   * @throws NotFound if there is no such file
   */
  static ServeToken of(RunFiles files, HomeFolder home, @Nullable Path chosen) {
    if (chosen == null) {
      return new ServeToken(files.token(home), Origin.DRAWN);
    }
    AccessToken token = read(chosen);
    files.keepToken(home, token);
    return new ServeToken(token, Origin.GIVEN);
  }

  @Override
  public String token() {
    return value.value();
  }

  private static AccessToken read(Path file) {
    try {
      if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
        throw new InvalidInput("token file", "readable by its owner alone (0600)", file.toString());
      }
      return new AccessToken(Files.readString(file).strip());
    } catch (NoSuchFileException missing) {
      throw new NotFound("file", file);
    } catch (IOException refused) {
      throw new StorageUnavailable("cannot read " + file, refused);
    }
  }
}
