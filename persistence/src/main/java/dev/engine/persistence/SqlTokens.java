package dev.engine.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A statement cut into words, so that two spellings of the same are equal: without comments and
 * white space, names and keywords in lower case, quotes around plain names taken off.
 */
final class SqlTokens {

  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?<blank>\\s+|--[^\\n]*|/\\*(?s:.*?)\\*/)
          |(?<text>'(?:[^']|'')*')
          |"(?<quoted>[^"]*)"|`(?<ticked>[^`]*)`|\\[(?<bracketed>[^]]*)]
          |(?<word>\\w+)
          |(?<sign><>|<=|>=|==|!=|\\|\\||<<|>>|->>|->|.)\
          """,
          Pattern.COMMENTS);

  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_]\\w*");

  private SqlTokens() {}

  static List<String> of(String sql) {
    return TOKEN
        .matcher(sql)
        .results()
        .filter(token -> token.group("blank") == null)
        .map(SqlTokens::spelling)
        .toList();
  }

  /** {@code tokens} as one line, spaced as a person would. */
  static String line(List<String> tokens) {
    StringBuilder line = new StringBuilder();
    String before = "(";
    for (String token : tokens) {
      boolean isTight =
          before.equals("(") || before.equals(".") || List.of(",", ")", ".", "(").contains(token);
      line.append(isTight ? "" : " ").append(token);
      before = token;
    }
    return line.toString();
  }

  /** {@code tokens} cut at every comma that is not inside brackets. */
  static List<List<String>> split(List<String> tokens) {
    List<List<String>> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      if (depth == 0 && token.equals(",")) {
        parts.add(tokens.subList(from, i));
        from = i + 1;
      }
    }
    if (from < tokens.size()) {
      parts.add(tokens.subList(from, tokens.size()));
    }
    return parts;
  }

  private static String spelling(MatchResult token) {
    for (String group : List.of("quoted", "ticked", "bracketed")) {
      String name = token.group(group);
      if (name != null) {
        return PLAIN_NAME.matcher(name).matches()
            ? name.toLowerCase(Locale.ROOT)
            : StoredTables.quoted(name);
      }
    }
    String text = token.group("text");
    return text != null ? text : token.group().toLowerCase(Locale.ROOT);
  }
}
