package dev.engine.host.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.serving.AccessToken;
import dev.engine.domain.serving.Endpoint;
import dev.engine.domain.serving.RunFiles;
import dev.engine.domain.serving.RunFilesContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PrivateRunFilesTest implements RunFilesContract {

  @TempDir private Path project;

  private final PrivateRunFiles files = new PrivateRunFiles();

  @Override
  public RunFiles files() {
    return files;
  }

  @Override
  public HomeFolder home() {
    return HomeFolder.of(project);
  }

  @Test
  void nobodyElseCanReadThem() throws IOException {
    files.token(home());
    files.publish(home(), new Endpoint("127.0.0.1", 43_117));

    assertThat(mode(home().run())).isEqualTo("rwx------");
    assertThat(mode(home().token())).isEqualTo("rw-------");
    assertThat(mode(home().endpoint())).isEqualTo("rw-------");
  }

  @Test
  void aFileThatWasOpenIsClosedWhenItIsReplaced() throws IOException {
    files.token(home());
    Files.setPosixFilePermissions(home().token(), PosixFilePermissions.fromString("rw-rw-rw-"));

    files.keepToken(home(), new AccessToken("chosen-by-the-person-012345"));

    assertThat(mode(home().token())).isEqualTo("rw-------");
  }

  @Test
  void theFilesAreOneLineEach() {
    files.publish(home(), new Endpoint("127.0.0.1", 43_117));
    AccessToken token = files.token(home());

    assertThat(home().endpoint()).hasContent("127.0.0.1 43117\n");
    assertThat(home().token()).hasContent(token.value() + "\n");
  }

  @Test
  void tokensHave256BitsAndAreAllDifferent() throws IOException {
    Files.createDirectories(home().run());

    long different =
        IntStream.range(0, 50)
            .mapToObj(
                i -> {
                  home().token().toFile().delete();
                  return files.token(home()).value();
                })
            .peek(token -> assertThat(token).matches("[A-Za-z0-9_-]{43}"))
            .distinct()
            .count();

    assertThat(different).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "short\n", "\u00ff\u00fe\u0000"})
  void aDamagedTokenIsDrawnAnew(String content) throws IOException {
    Files.createDirectories(home().run());
    Files.writeString(home().token(), content);

    AccessToken drawn = files.token(home());

    assertThat(files.token(home())).isEqualTo(drawn);
  }

  @Test
  void aDamagedEndpointIsNone() throws IOException {
    Files.createDirectories(home().run());
    Files.writeString(home().endpoint(), "127.0.0.1");

    assertThat(files.endpoint(home())).isEmpty();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
