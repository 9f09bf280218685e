package dev.engine.wire;

import dev.engine.domain.database.TableRows;
import java.util.List;

/** The rows of a table. */
public record TableRowsJson(String table, long rows) {

  public static List<TableRowsJson> of(List<TableRows> rows) {
    return rows.stream().map(one -> new TableRowsJson(one.table(), one.rows())).toList();
  }
}
