package dev.engine.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.content.SourceFile;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.NotFound;
import dev.engine.domain.install.HomeFolder;
import dev.engine.services.ProjectFiles.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectFilesTest {

  private static final String HELLO_SHA_256 =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  @TempDir private Path folder;

  private Path project;
  private ProjectFiles files;

  @BeforeEach
  void makeProject() throws IOException {
    project = Files.createDirectory(folder.toRealPath().resolve("project"));
    Files.createDirectories(project.resolve(".engine/data/db"));
    files = new ProjectFiles(HomeFolder.of(project));
  }

  @Test
  void aFileIsReadWithItsHash() throws IOException {
    Path file = write("docs/deep/plan.md", "hello");

    Content read = files.read(file);

    assertThat(read)
        .isEqualTo(new Content(new SourceFile("docs/deep/plan.md", HELLO_SHA_256), "hello"));
  }

  @Test
  void aLinkInsideTheProjectIsFollowed() throws IOException {
    Path file = write("plan.md", "hello");
    Path link = Files.createSymbolicLink(project.resolve("latest.md"), file);

    Content read = files.read(link);

    assertThat(read.source().path()).isEqualTo("plan.md");
  }

  @Test
  void nothingOutsideOfTheProjectIsRead() throws IOException {
    Path outside = Files.writeString(folder.toRealPath().resolve("secret.txt"), "secret");
    Path sibling = Files.createDirectory(folder.toRealPath().resolve("project-2"));
    Files.writeString(sibling.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(project.resolve("file-link"), outside);
    Files.createSymbolicLink(project.resolve("folder-link"), sibling);
    Files.createSymbolicLink(project.resolve("link-to-link"), Path.of("file-link"));

    assertThat(
            List.of(
                outside,
                sibling.resolve("secret.txt"),
                project.resolve("../secret.txt"),
                project.resolve("docs/../../secret.txt").normalize(),
                project.resolve("file-link"),
                project.resolve("link-to-link"),
                project.resolve("folder-link/secret.txt")))
        .allSatisfy(
            escape ->
                assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> files.read(escape))
                    .withMessageStartingWith("file must be below " + project));
  }

  @Test
  void ofTheEnginesFolderOnlyWhatWorkersPutOutIsRead() throws IOException {
    Path result = write(".engine/data/outputs/0000000a/result.md", "hello");
    Path token = write(".engine/run/token", "secret");
    Path database = write(".engine/data/db/system.db", "rows");
    Path link = Files.createSymbolicLink(project.resolve("db"), database.getParent());

    assertThat(files.read(result).text()).isEqualTo("hello");
    assertThat(List.of(token, database, link.resolve("system.db")))
        .allSatisfy(
            own ->
                assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> files.read(own))
                    .withMessageStartingWith("file must be outside of the engine's own folder"));
  }

  @Test
  void onlyARegularFileIsRead() throws IOException, InterruptedException {
    Path pipe = project.resolve("pipe");
    new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor();

    assertThat(List.of(pipe, Files.createDirectory(project.resolve("docs"))))
        .allSatisfy(
            other ->
                assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> files.read(other))
                    .withMessageStartingWith("file must be a regular file"));
  }

  @Test
  void aMillionBytesAreReadAndNotOneMore() throws IOException {
    Path longest = write("longest.txt", "x".repeat(1_000_000));
    Path tooLong = write("too-long.txt", "x".repeat(1_000_001));

    assertThat(files.read(longest).text()).hasSize(1_000_000);
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> files.read(tooLong))
        .withMessageStartingWith("file must be at most 1,000,000 bytes");
  }

  @Test
  void onlyTextIsRead() throws IOException {
    Path latin = Files.write(project.resolve("a"), "é".getBytes(StandardCharsets.ISO_8859_1));
    Path binary = Files.write(project.resolve("b"), new byte[] {'a', 0, 'b'});

    assertThat(List.of(latin, binary))
        .allSatisfy(
            other ->
                assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> files.read(other))
                    .withMessageStartingWith("file must be text in UTF-8"));
  }

  @Test
  void aFileThatIsNotThereIsNotFound() {
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> files.read(project.resolve("nothing.md")));
  }

  private Path write(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
