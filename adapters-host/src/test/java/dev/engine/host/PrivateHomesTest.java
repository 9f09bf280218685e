package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HomeFolders;
import dev.engine.domain.install.HomeFoldersContract;
import dev.engine.domain.install.Purge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PrivateHomesTest implements HomeFoldersContract {

  @TempDir private Path project;

  private final PrivateHomes homes = new PrivateHomes();

  @Override
  public HomeFolders folders() {
    return homes;
  }

  @Override
  public HomeFolder home() {
    return HomeFolder.of(project);
  }

  @Override
  public void open(HomeFolders folders, Path path) {
    setMode(path, "rwxr-x---");
  }

  @ParameterizedTest
  @ValueSource(strings = {"000", "022", "077", "777"})
  void theUmaskMakesNoDifference(String umask) throws Exception {
    List<String> program =
        List.of(
            "sh",
            "-c",
            "umask $0; exec \"$@\"",
            umask,
            java(),
            "-cp",
            System.getProperty("java.class.path"),
            MakeHome.class.getName(),
            project.toString());
    Process child = new ProcessBuilder(program).inheritIO().start();

    assertThat(child.waitFor()).isZero();
    assertThat(mode(home().path())).isEqualTo("rwx------");
    assertThat(mode(home().outputs())).isEqualTo("rwx------");
    assertThat(mode(home().path().resolve(".gitignore"))).isEqualTo("rw-------");
  }

  /** Makes the home of the project that it is given. */
  static final class MakeHome {

    private MakeHome() {}

    public static void main(String[] args) {
      new PrivateHomes().make(HomeFolder.of(Path.of(args[0])));
    }
  }

  @Test
  void gitIgnoresAHome() throws IOException {
    homes.make(home());

    assertThat(home().path().resolve(".gitignore")).hasContent("*");
  }

  @Test
  void whatIsMissingOfAHomeIsMade() throws IOException {
    homes.make(home());
    Files.delete(home().run());

    List<Path> made = homes.make(home());

    assertThat(made).containsExactly(home().run());
  }

  @Test
  void aFileWhereAFolderMustBeIsAConflict() throws IOException {
    Files.createFile(home().path());

    assertThatExceptionOfType(Conflict.class).isThrownBy(() -> homes.make(home()));
  }

  @Test
  void noProjectIsEverMade() {
    HomeFolder mistyped = HomeFolder.of(project.resolve("porject"));

    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> homes.make(mistyped));
    assertThat(mistyped.project()).doesNotExist();
  }

  @Test
  void theWorkspaceOfAWorkerIsItsOwn() throws IOException {
    homes.make(home());
    Path workspace = Files.createDirectory(home().outputs().resolve("0000000a"));
    setMode(workspace, "rwx------");
    Files.createFile(workspace.resolve("result.md"));
    setMode(workspace.resolve("result.md"), "rw-r--r--");

    assertThat(homes.tooOpen(home())).isEmpty();
  }

  @Test
  void closingLeavesAScriptExecutable() throws IOException {
    homes.make(home());
    Path script = Files.createFile(home().config().resolve("script"));
    setMode(script, "rwxr-xr-x");

    homes.close(home());

    assertThat(mode(script)).isEqualTo("rwx------");
  }

  @Test
  void aLinkIsNeverPurged() throws IOException {
    HomeFolder elsewhere = HomeFolder.of(Files.createDirectory(project.resolve("elsewhere")));
    homes.make(elsewhere);
    Files.createSymbolicLink(home().path(), elsewhere.path());

    Purge purge = homes.purge(home());

    assertThat(purge).isEqualTo(new Purge.NotOurs(home(), "it is a link"));
    assertThat(elsewhere.run()).exists();
  }

  @Test
  void whatALinkLeadsToSurvivesAPurge() throws IOException {
    homes.make(home());
    Path outside = Files.createDirectory(project.resolve("outside"));
    Files.createFile(outside.resolve("kept"));
    Files.createSymbolicLink(home().data().resolve("link"), outside);

    Purge purge = homes.purge(home());

    assertThat(purge).isEqualTo(new Purge.Purged(home()));
    assertThat(outside.resolve("kept")).exists();
  }

  @Test
  void aFolderThatIsNotAHomeIsNeverPurged() throws IOException {
    Files.createDirectories(home().path().resolve("data"));

    Purge purge = homes.purge(home());

    assertThat(purge).isInstanceOf(Purge.NotOurs.class);
    assertThat(home().data()).exists();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void setMode(Path path, String mode) {
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
