package dev.engine.cli;

import dev.engine.services.contact.ImportReport;
import dev.engine.wire.ImportReportJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Add the people in a file of vCards, or in a CSV file with a header line. Nobody is added who"
          + " is known already by address or number, and no contact is changed."
    },
    footer = {
      "",
      "Examples:",
      "  engine contact import contacts.vcf",
      "  curl -s https://example.org/team.csv | engine contact import -"
    })
final class ContactImportCommand implements Runnable {

  private final Context context;

  @Parameters(paramLabel = "FILE", description = "In UTF-8; - for what is piped in.")
  private String file;

  @Mixin private JsonOption json;

  ContactImportCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    String text = new TextSource(context).read(file);
    ImportReport report = imported(text);
    json.print(context.output(), () -> ImportReportJson.of(report), () -> print(report));
  }

  private ImportReport imported(String text) {
    try (TaskBar bar = new TaskBar(context.output().terminal(), "importing")) {
      return context.engine().contactExchange().importFrom(text, bar);
    }
  }

  private void print(ImportReport report) {
    Output output = context.output();
    for (ImportReport.Known one : report.known()) {
      output.line(
          "line %d: %s is known as %s"
              .formatted(one.line(), one.name(), Contacts.named(one.contact())));
    }
    for (ImportReport.Rejected one : report.rejected()) {
      output.line(Cell.of("line %d: %s".formatted(one.line(), one.reason()), Tone.FAIL));
    }
    if (!report.leftOut().isEmpty()) {
      output.line(Cell.of("left out: " + String.join(", ", report.leftOut()), Tone.WARN));
    }
    output.line(
        "%,d records: %,d added, %,d known, %,d rejected"
            .formatted(
                report.recordCount(),
                report.addedCount(),
                report.known().size(),
                report.rejected().size()));
  }
}
