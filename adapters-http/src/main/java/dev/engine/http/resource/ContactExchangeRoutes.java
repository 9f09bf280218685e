package dev.engine.http.resource;

import dev.engine.domain.contact.ContactId;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.json.Description;
import dev.engine.services.ContactExchange;
import dev.engine.services.ContactFormat;
import dev.engine.services.ImportProgress;
import dev.engine.services.ImportReport;
import java.io.StringWriter;
import java.util.List;

/** {@code /api/v1/contacts/import} and {@code export}: contacts from and for other programs. */
final class ContactExchangeRoutes implements Routes {

  private static final String EXPORT = ContactRoutes.ALL + "/export";

  private final ContactExchange exchange;

  ContactExchangeRoutes(ContactExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.post(
                ContactRoutes.ALL + "/import",
                "importContacts",
                "Adds who is not known yet; no contact is changed, and twice is harmless.")
            .takesLong()
            .takesText("text/vcard", "text/csv")
            .answers(ImportReportJson.class, this::take),
        Operation.get(EXPORT + "/vcard", "exportVcards", "Contacts as vCards 3.0, by name.")
            .with(ContactRoutes.SEARCH, ContactRoutes.WITH_TAG)
            .writes(
                "text/vcard; charset=utf-8",
                call -> give(call, ContactFormat.VCARD, "contacts.vcf")),
        Operation.get(EXPORT + "/csv", "exportCsv", "Contacts as a table with a header, by name.")
            .with(ContactRoutes.SEARCH, ContactRoutes.WITH_TAG)
            .writes(
                "text/csv; charset=utf-8", call -> give(call, ContactFormat.CSV, "contacts.csv")));
  }

  private ImportReportJson take(Call call, String text) {
    return ImportReportJson.of(exchange.importFrom(text, ImportProgress.SILENT));
  }

  /** Whole before the first byte is sent: a file that ends early would pass for a whole one. */
  private void give(Call call, ContactFormat format, String fileName) {
    StringWriter text = new StringWriter();
    exchange.export(ContactRoutes.filter(call), format, text);
    call.saveAs(fileName);
    call.http().result(text.toString());
  }

  /** What became of an imported file, on the wire. */
  record ImportReportJson(
      @Description("how many records") int added,
      List<KnownJson> known,
      List<RejectedJson> rejected,
      @Description("what the file holds and contacts have no room for") List<String> leftOut) {

    static ImportReportJson of(ImportReport report) {
      return new ImportReportJson(
          report.addedCount(),
          report.known().stream()
              .map(one -> new KnownJson(one.line(), one.name(), one.contact().id()))
              .toList(),
          report.rejected().stream()
              .map(one -> new RejectedJson(one.line(), one.reason()))
              .toList(),
          List.copyOf(report.leftOut()));
    }
  }

  /** A record of which a double was stored. */
  record KnownJson(
      @Description("where it starts, from 1") int line,
      String name,
      @Description("the double") ContactId contactId) {}

  /** A record that is no contact. */
  record RejectedJson(@Description("where it starts, from 1") int line, String reason) {}
}
