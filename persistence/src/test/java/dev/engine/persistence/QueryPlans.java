package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which statements would become slow as their tables grow: those that walk a table, and those that
 * sort. SQLite itself says so, by EXPLAIN QUERY PLAN.
 */
final class QueryPlans {

  /**
   * A statement that may do what others must not.
   *
   * @param part stands in the statement, and in no other
   */
  private record Leave(String part, String reason) {}

  private static final List<Leave> LEAVES =
      List.of(
          new Leave("glob ?", "text anywhere in a contact can only be looked for"),
          new Leave("`contact_tags`.`tag` = ?", "nobody knows more than thousands of people"),
          new Leave("`email_normal` in (select", "looking for doubles means to look at everybody"),
          new Leave("from `contacts` order by `contacts`.`id`", "keys of everybody are made anew"),
          new Leave("`email_normal` = ?", "the doubles of one person are few"),
          new Leave("`phone_normal` = ?", "the doubles of one person are few"),
          new Leave("`contacts`.`notes` = ?", "the doubles of one person are few"),
          new Leave("group by `priorities`.`pool`", "counts what one person ever wrote down"),
          new Leave("GROUP BY door, outcome", "the calls of an hour or a day are counted"),
          new Leave("`scheduled_missions` cross join", "a person has few schedules"),
          new Leave("`workers`.`queue` = 'asking'", "few workers wait for the person"),
          new Leave("FROM quiet_times ORDER BY", "a person sets few quiet times"),
          new Leave("WHERE pid = ? AND", "one process has few sessions"),
          new Leave("ended_at IS NULL AND tmux_pane = ?", "few sessions are live"),
          new Leave("WHERE ended_at IS NOT NULL ORDER", "few sessions are not ended"));

  /** Those that look for rows. Others are about one row, or about the transaction. */
  private static final Pattern SEARCHING =
      Pattern.compile("(?is)\\s*(select|update|delete|with)\\b.*");

  private static final Pattern WALK =
      Pattern.compile("SCAN (\\w+)( USING (?:COVERING )?INDEX (\\w+))?.*");

  private static final Pattern CONDITION = Pattern.compile("(?i)\\bwhere\\b(?! TRUE ORDER)");

  private QueryPlans() {}

  /** Fails if one of {@code statements} would become slow. */
  static void requireShort(Connection connection, List<String> statements) throws SQLException {
    List<String> slow = new ArrayList<>();
    for (String statement : statements) {
      if (SEARCHING.matcher(statement).matches()) {
        for (String step : slowSteps(connection, statement)) {
          slow.add("%s: %s".formatted(step, statement));
        }
      }
    }
    assertThat(slow).isEmpty();
  }

  /** The steps of a statement that take the longer, the more rows there are. */
  static List<String> slowSteps(Connection connection, String sql) throws SQLException {
    if (LEAVES.stream().anyMatch(leave -> sql.contains(leave.part()))) {
      return List.of();
    }
    List<String> slow = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
      while (row.next()) {
        String step = row.getString("detail");
        if (isSlow(connection, sql, step)) {
          slow.add(step);
        }
      }
    }
    return slow;
  }

  private static boolean isSlow(Connection connection, String sql, String step)
      throws SQLException {
    Matcher walk = WALK.matcher(step);
    if (walk.matches() && !walk.group(1).equals("CONSTANT")) {
      return walk.group(3) == null || !isCutShort(connection, sql, walk.group(3));
    }
    return step.contains("TEMP B-TREE") || step.contains("AUTOMATIC");
  }

  /** Whether a walk along an index meets only rows that are wanted, and ends with the page. */
  private static boolean isCutShort(Connection connection, String sql, String index)
      throws SQLException {
    return sql.toLowerCase(Locale.ROOT).contains("limit")
        && (!CONDITION.matcher(outermost(sql)).find() || isPartial(connection, index));
  }

  /** Without what is in parentheses, so without queries inside the query. */
  private static String outermost(String sql) {
    String inner = "\\([^()]*\\)";
    String rest = sql.replaceAll(inner, "");
    return rest.equals(sql) ? sql : outermost(rest);
  }

  private static boolean isPartial(Connection connection, String index) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT sql LIKE '% WHERE %' FROM sqlite_schema WHERE name = '" + index + "'")) {
      return row.getBoolean(1);
    }
  }
}
