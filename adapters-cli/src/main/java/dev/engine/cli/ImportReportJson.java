package dev.engine.cli;

import dev.engine.services.ImportReport;
import java.util.List;

/**
 * What became of an imported file, on the wire.
 *
 * @param added how many records
 * @param leftOut what the file holds and contacts have no room for
 */
record ImportReportJson(
    int added, List<KnownJson> known, List<RejectedJson> rejected, List<String> leftOut) {

  /**
   * A record of which a double was stored.
   *
   * @param line where it starts, from 1
   * @param contactId the double
   */
  record KnownJson(int line, String name, String contactId) {}

  /**
   * A record that is no contact.
   *
   * @param line where it starts, from 1
   */
  record RejectedJson(int line, String reason) {}

  static ImportReportJson of(ImportReport report) {
    return new ImportReportJson(
        report.addedCount(),
        report.known().stream()
            .map(one -> new KnownJson(one.line(), one.name(), one.contact().id().value()))
            .toList(),
        report.rejected().stream().map(one -> new RejectedJson(one.line(), one.reason())).toList(),
        List.copyOf(report.leftOut()));
  }
}
