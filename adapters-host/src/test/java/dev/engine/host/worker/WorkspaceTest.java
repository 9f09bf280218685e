package dev.engine.host.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkspaceTest {

  private static final int ATTEMPTS = Integer.getInteger("engine.escapes", 4_000);

  private static final String SECRET = "what nobody may read or change";

  private static final List<String> NAMES =
      List.of(
          "instructions.md",
          "stdout.jsonl",
          "stderr.log",
          "result.md",
          ".attempt",
          "attempts",
          "attempts/1");

  private static final List<String> PIECES =
      List.of(
          "..",
          ".",
          "/",
          "//",
          "3fa94c01",
          "outside",
          "~",
          "%2e%2e",
          "\\",
          "..\\",
          "\u2025",
          " ",
          "etc",
          "-");

  @TempDir private Path folder;

  private Path outputs;
  private Path outside;

  @BeforeEach
  void makeOutside() throws IOException {
    outputs = folder.resolve("outputs");
    outside = Files.createDirectory(folder.resolve("outside"));
    for (String name :
        List.of(
            "instructions.md", "stdout.jsonl", "stderr.log", "result.md", ".attempt", "secret")) {
      Files.writeString(outside.resolve(name), SECRET);
    }
  }

  @Test
  void noPathLeadsOutOfTheOutputs() throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < ATTEMPTS; i++) {
      Path hostile = hostilePath(random);
      if (hostile == null) {
        continue;
      }
      if (hostile.endsWith("3fa94c01")) { // whose folder lies where all do, and nowhere else
        Workspace.make(outputs, hostile).close();
      } else {
        assertThatThrownBy(() -> Workspace.make(outputs, hostile))
            .as(hostile.toString())
            .isInstanceOf(IOException.class);
      }
    }

    assertThat(entries(folder)).containsExactlyInAnyOrder("outside", "outputs");
    assertThat(entries(outputs)).containsExactly("3fa94c01");
  }

  @Test
  void noLinkInAWorkspaceLeadsOutOfIt() throws IOException {
    Map<String, String> before = contents();
    SplittableRandom random = new SplittableRandom(12);
    int prepared = 0;
    for (int i = 0; i < ATTEMPTS; i++) {
      Path workspace = outputs.resolve("%08x".formatted(i));
      arrange(workspace, random);

      prepared += use(workspace);

      assertThat(contents()).isEqualTo(before);
    }
    assertThat(prepared).isBetween(ATTEMPTS / 10, ATTEMPTS);
  }

  @Test
  void aPipeInPlaceOfAResultKeepsNobody() throws Exception {
    Path workspace = outputs.resolve("3fa94c01");
    Workspace.make(outputs, workspace).close();
    new ProcessBuilder("mkfifo", workspace.resolve("result.md").toString()).start().waitFor();

    try (Workspace open = Workspace.open(outputs, workspace)) {
      assertThat(open.read(Workspace.RESULT)).isEmpty();
    }
  }

  @Test
  void theOutputsThemselvesMayBeALinkOfThePersons() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("disk"));
    Files.createSymbolicLink(outputs, elsewhere);

    try (Workspace workspace = Workspace.make(outputs, outputs.resolve("3fa94c01"))) {
      assertThat(workspace.path()).isEqualTo(elsewhere.toRealPath().resolve("3fa94c01"));
    }
  }

  @Test
  void theWorkspaceOfAProjectThatWasMovedIsWhereThatIsNow() throws IOException {
    Path stored = folder.resolve("old/outputs/3fa94c01");

    try (Workspace workspace = Workspace.make(outputs, stored)) {
      assertThat(workspace.path()).isEqualTo(outputs.toRealPath().resolve("3fa94c01"));
    }
  }

  /** Puts links where a worker's program could have put them. */
  private void arrange(Path workspace, SplittableRandom random) throws IOException {
    Files.createDirectories(outputs);
    if (random.nextInt(8) == 0) {
      Files.createSymbolicLink(workspace, outside);
      return;
    }
    Files.createDirectory(workspace);
    for (String name : NAMES) {
      Path place = workspace.resolve(name);
      int kind = random.nextInt(6);
      if (kind > 3 || !Files.isDirectory(place.resolveSibling(""), LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      switch (kind) {
        case 0 -> Files.createSymbolicLink(place, outside.resolve(place.getFileName()));
        case 1 ->
            Files.createSymbolicLink(
                place, random.nextBoolean() ? outside : Path.of("../../outside/new"));
        case 2 -> Files.createDirectory(place);
        default -> Files.writeString(place, "of an earlier attempt");
      }
    }
  }

  /** What is done with a workspace at a start and at an end; 1 if nothing kept it from that. */
  private int use(Path path) throws IOException {
    try (Workspace workspace = Workspace.make(outputs, path)) {
      workspace.takeAway(1);
      workspace.prepare(2, "instructions");
      new FileWorkerOutputs(outputs).read(path);
      return 1;
    } catch (IOException refused) {
      assertThat(new FileWorkerOutputs(outputs).read(path).toString()).doesNotContain(SECRET);
      return 0;
    }
  }

  private @Nullable Path hostilePath(SplittableRandom random) {
    List<String> parts = new ArrayList<>();
    int length = random.nextInt(1, 7);
    for (int i = 0; i < length; i++) {
      parts.add(PIECES.get(random.nextInt(PIECES.size())));
    }
    String text = String.join(random.nextBoolean() ? "/" : "", parts);
    try {
      return random.nextInt(3) == 0 ? Path.of(text) : Path.of(outputs + "/" + text);
    } catch (InvalidPathException unthinkable) {
      return null;
    }
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new HashMap<>();
    for (String name : entries(outside)) {
      contents.put(name, Files.readString(outside.resolve(name)));
    }
    return contents;
  }

  private static List<String> entries(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files
          .sorted(Comparator.naturalOrder())
          .map(file -> file.getFileName().toString())
          .toList();
    }
  }
}
