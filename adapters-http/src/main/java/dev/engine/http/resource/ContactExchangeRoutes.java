package dev.engine.http.resource;

import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.services.contact.ContactExchange;
import dev.engine.services.contact.ContactFormat;
import dev.engine.services.contact.ImportProgress;
import dev.engine.wire.ImportReportJson;
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
}
