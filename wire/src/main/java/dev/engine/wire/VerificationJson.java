package dev.engine.wire;

import dev.engine.domain.database.Verification;
import java.util.List;

/** What a look at the whole file found. */
public record VerificationJson(
    String file,
    int version,
    boolean sound,
    @Description("every table, by name") List<TableRowsJson> tables,
    @Description("one line each; empty for a sound file") List<String> problems) {

  public static VerificationJson of(Verification found) {
    return new VerificationJson(
        found.file().toString(),
        found.version(),
        found.isSound(),
        TableRowsJson.of(found.rows()),
        found.problems());
  }
}
