package dev.engine.wire;

import dev.engine.domain.contact.ContactId;
import dev.engine.services.contact.ImportReport;
import java.util.List;

/** What became of an imported file, on the wire. */
public record ImportReportJson(
    @Description("how many records") int added,
    List<KnownJson> known,
    List<RejectedJson> rejected,
    @Description("what the file holds and contacts have no room for") List<String> leftOut) {

  public static ImportReportJson of(ImportReport report) {
    return new ImportReportJson(
        report.addedCount(),
        report.known().stream()
            .map(one -> new KnownJson(one.line(), one.name(), one.contact().id()))
            .toList(),
        report.rejected().stream().map(one -> new RejectedJson(one.line(), one.reason())).toList(),
        List.copyOf(report.leftOut()));
  }

  /** A record of which a double was stored. */
  public record KnownJson(
      @Description("where it starts, from 1") int line,
      String name,
      @Description("the double") ContactId contactId) {}

  /** A record that is no contact. */
  public record RejectedJson(@Description("where it starts, from 1") int line, String reason) {}
}
