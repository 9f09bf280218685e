package dev.engine.cli;

import dev.engine.domain.database.TableRows;
import java.util.List;

/** The rows of a table on the wire. */
record TableRowsJson(String table, long rows) {

  static List<TableRowsJson> of(List<TableRows> rows) {
    return rows.stream().map(one -> new TableRowsJson(one.table(), one.rows())).toList();
  }
}
