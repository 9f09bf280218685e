package dev.engine.wire;

import dev.engine.domain.database.Drilling;
import java.util.List;

/** A trial that succeeded. */
public record DrillJson(
    BackupJson backup,
    @Description("how many questions were asked of both") int answersCount,
    @Description("every table, by name") List<TableRowsJson> tables) {

  public static DrillJson of(Drilling.Proven proven) {
    return new DrillJson(
        BackupJson.of(proven.backup()), proven.answersCount(), TableRowsJson.of(proven.rows()));
  }
}
