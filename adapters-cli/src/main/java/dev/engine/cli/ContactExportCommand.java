package dev.engine.cli;

import dev.engine.services.contact.ContactExchange;
import dev.engine.services.contact.ContactFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    description = "Write contacts for another program, by name.",
    footer = {
      "",
      "Examples:",
      "  engine contact export contacts.vcf",
      "  engine contact export --tag client --format csv > clients.csv"
    })
final class ContactExportCommand implements Runnable {

  private final Context context;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "Replaced if it is there; - for the output (default).")
  private String file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default csv for a FILE called so, else vcard).")
  private @Nullable ContactFormat format;

  @Mixin private ContactFilterOptions filter;

  ContactExportCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    ContactExchange exchange = context.engine().contactExchange();
    ContactFormat chosen = format == null ? formatOf(file) : format;
    int written =
        new TextTarget(context).write(file, out -> exchange.export(filter.filter(), chosen, out));
    if (!file.equals("-")) {
      context.output().line("%,d contacts written to %s".formatted(written, file));
    }
  }

  private static ContactFormat formatOf(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".csv") ? ContactFormat.CSV : ContactFormat.VCARD;
  }
}
