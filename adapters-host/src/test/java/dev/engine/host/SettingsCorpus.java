package dev.engine.host;

import java.util.List;
import java.util.stream.Stream;

/** Settings as people, editors and programs leave them. */
final class SettingsCorpus {

  /** Where parameterized tests find {@link #all}. */
  static final String ALL = "dev.engine.host.SettingsCorpus#all";

  private static final String WITH_FOREIGN_HOOKS =
      """
      {
        "model": "opus",
        "hooks": {
          "SessionStart": [
            {
              "matcher": "startup",
              "hooks": [ { "type": "command", "command": "echo hello" } ]
            }
          ],
          "TeammateIdle": [{"hooks": [{"type": "command", "command": "~/idle.sh"}]}],
          "PreToolUse": [
            {
              "matcher": "Bash",
              "hooks": [
                {
                  "type": "command",
                  "command": "check '{}' \\"$1\\"",
                  "timeout": 5
                },
                { "type": "http", "url": "http://127.0.0.1:1/x" }
              ]
            }
          ]
        },
        "permissions": {"allow": ["Bash(ls:*)"], "deny": []}
      }
      """;

  private static final String LOOKING_LIKE_OURS =
      """
      {
        "hooks": {
          "SessionStart": [
            {"hooks": [{"type": "command", "command": "/usr/local/bin/engine-hook"}]},
            {"hooks": [{"type": "command", "command": "/opt/other/engine-hook SessionStart"}]},
            {"hooks": [{"type": "command", "command": "/opt/engine-hooks", "args": ["--home", "/h", "SessionStart"]}]},
            {"hooks": [{"type": "command", "command": "engine-hook --home /h Stop | tee log"}]},
            {"hooks": [{"type": "command", "command": "/opt/x/engine-hook", "args": ["--home", "relative", "Stop"]}]},
            {"hooks": [{"type": "command", "command": "/opt/x/engine-hook", "args": "--home /h Stop"}]}
          ]
        }
      }
      """;

  private static final List<String> OTHERS =
      List.of(
          "{\"model\":\"opus\",\"n\":1}",
          "{\"model\": \"opus\", \"hooks\": {\"Stop\": [{\"hooks\": []}]}}",
          "{\"hooks\":{\"Stop\":[{\"hooks\":[{\"type\":\"command\",\"command\":\"x\"}]}]}}",
          "{ \"a\" : 1 , \"b\" : [ 1 , 2 ] }",
          "{\n\"flush\": \"left\"\n}\n",
          "{\n  \"a\": 1}",
          "{\"a\": 1\n}",
          "{\n\n\n  \"a\": 1\n\n\n}\n\n\n",
          "  {\n    \"a\": 1\n  }  ",
          """
          {
            "huge": 123456789012345678901234567890123456789012345678901234567890,
            "tiny": -1.50e-400,
            "zero": -0.0
          }
          """,
          """
          {
            "a": 1,
            "a": 2,
            "hooks": {"Stop": [1, {"x": 1, "x": 2}]}
          }
          """,
          """
          {
            "escaped": "\\u00e9\\/\\ud83d\\ude00\\n{}[],\\"",
            "raw": "é😀"
          }
          """,
          "{\n  \"deep\": {\"x\": [{\"y\": [[[{}]]]}]},\n  \"hooks\": \n  {\n  }\n}\n",
          "{\n  \"hooks\": {\n    \"Stop\": [\n    ]\n  }\n}",
          "{\"hooks\": {\"SessionStart\": [], \"Stop\": [ ]}}",
          "{}",
          "{}\n",
          "{ }",
          "{\n}\n",
          "",
          "\n");

  private SettingsCorpus() {}

  /** Every text, each also with other line ends, other indentation, and a byte order mark. */
  static Stream<String> all() {
    return Stream.concat(Stream.of(WITH_FOREIGN_HOOKS, LOOKING_LIKE_OURS), OTHERS.stream())
        .flatMap(
            text ->
                Stream.of(
                    text,
                    text.stripTrailing(),
                    text.replace("\n", "\r\n"),
                    text.replace("  ", "    "),
                    text.replace("  ", "\t"),
                    "\uFEFF" + text))
        .distinct();
  }

  /**
   * Those in which no place for our hooks is there and empty, and so cannot be told from one that
   * we made.
   */
  static Stream<String> withoutEmptyPlaces() {
    return all()
        .filter(
            text -> !text.matches("(?s).*(\"(hooks|Stop|SessionStart)\":\\s*[\\[{]\\s*[\\]}]).*"))
        .filter(text -> !text.matches("(?s)\\uFEFF?\\s*(\\{\\s*})?\\s*"));
  }
}
