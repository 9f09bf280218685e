package dev.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShellWordsTest {

  private static final List<String> HOSTILE =
      List.of(
          "plain",
          "",
          "two words",
          "it's",
          "$HOME",
          "`id`",
          "a\\b",
          "\"quoted\"",
          "*",
          "~",
          "line\nbreak",
          "ünïcode",
          "a;b|c&d>e");

  @Test
  void aShellSplitsALineIntoItsWords() throws IOException, InterruptedException {
    String line = ShellWords.join(HOSTILE);

    Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\0' " + line).start();
    String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(shell.waitFor()).isZero();
    assertThat(printed).isEqualTo(String.join("\0", HOSTILE) + "\0");
  }

  @Test
  void splittingGivesBackWhatWasJoined() {
    assertThat(ShellWords.split(ShellWords.join(HOSTILE))).contains(HOSTILE);
  }

  @Test
  void otherWaysOfQuotingAreUnderstood() {
    assertThat(ShellWords.split(" \"a b\"\\ c\t'd'\"e\"f ")).contains(List.of("a b c", "def"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a; b", "a $B", "a `b`", "a \"$B\"", "a | b", "a > b", "'a", "a*", "~/a"})
  void whatAShellDoesMoreWithIsNotSplit(String line) {
    assertThat(ShellWords.split(line)).isEmpty();
  }
}
