package dev.engine.domain.content;

import java.util.List;

/** Texts that are JSON by RFC 8259, and texts that nearly are. */
public final class JsonExamples {

  public static final List<String> DOCUMENTS =
      List.of(
          "null",
          "true",
          " false\n",
          "0",
          "-0",
          "1.5e+10",
          "12E-3",
          "\"\"",
          "\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9 é\"",
          "[]",
          "[ ]",
          "[1, [2, {\"a\": null}], \"b\"]",
          "{}",
          "{\"a\": 1, \"a\": 2}",
          "\t{ \"a\" : [ true , false ] }\r\n",
          nested(500));

  public static final List<String> OTHERS =
      List.of(
          "",
          " ",
          "nul",
          "True",
          "nullx",
          "01",
          "+1",
          ".5",
          "1.",
          "1e",
          "-",
          "0x1f",
          "NaN",
          "'a'",
          "\"a",
          "\"\\x\"",
          "\"\\u12g4\"",
          "\"a\nb\"",
          "\"a\u0001\"",
          "[",
          "[1",
          "[1,]",
          "[,1]",
          "[1 2]",
          "]",
          "{",
          "{a: 1}",
          "{\"a\"}",
          "{\"a\":}",
          "{\"a\": 1,}",
          "{\"a\": 1 \"b\": 2}",
          "{} {}",
          "// a\n1",
          "\ufeff1",
          "\u00a01",
          "1\0",
          nested(2_000));

  private JsonExamples() {}

  /** {@code depth} arrays, one in the other. */
  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}
