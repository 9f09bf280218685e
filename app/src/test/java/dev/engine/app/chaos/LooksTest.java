package dev.engine.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that was seen before is known again, and no other is taken for it. */
final class LooksTest {

  private static final int PAGE = 4_096;

  @TempDir private Path scratch;

  private final Looks looks = new Looks();
  private Path one;
  private Path same;

  @BeforeEach
  void fill() {
    Blank blank = new Blank(scratch);
    one = Folders.made(scratch.resolve("one"));
    same = Folders.made(scratch.resolve("same"));
    blank.fill(one);
    blank.fill(same);
  }

  @Test
  void theSameBytesAreLookedAtOnce() {
    Looks.Look first = looks.at(Scene.file(one));

    assertThat(looks.at(Scene.file(same))).isSameAs(first);
    assertThat(first.contents()).isEqualTo(Scene.database(one).contents()).isNotEmpty();
    assertThat(first.problems()).isEmpty();
  }

  @Test
  void anotherRowIsAnotherFile() {
    Looks.Look first = looks.at(Scene.file(one));
    try (Scene scene = new Scene(same, 7)) {
      Telling.register("another").run(scene, 0);
    }

    assertThat(looks.at(Scene.file(same)).contents()).isNotEqualTo(first.contents());
  }

  @Test
  void whatIsBrokenIsSeen() throws IOException {
    looks.at(Scene.file(one));
    byte[] bytes = Files.readAllBytes(Scene.file(same));
    Arrays.fill(bytes, bytes.length - PAGE, bytes.length, (byte) 0);
    Files.write(Scene.file(same), bytes);

    assertThat(looks.at(Scene.file(same)).problems()).isNotEmpty();
  }

  @Test
  void whereNothingIsThereNothingIsFound() {
    assertThat(looks.at(scratch.resolve("none"))).isEqualTo(new Looks.Look(Map.of(), List.of()));
  }
}
