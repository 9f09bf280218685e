package dev.engine.services.contact;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.Tag;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Contacts as CSV: a header line, then a line for each person. */
final class ContactTables {

  private static final Pattern LABEL_END = Pattern.compile(":::|[,;]");

  /** Google's own groups, which everyone is in. */
  private static final String GROUP_OF_GOOGLE = "* ";

  private ContactTables() {}

  /**
   * The people in {@code text}, whose columns are told apart by commas, semicolons or tabs.
   *
   * @throws InvalidInput if that is no CSV, or no column of its header has a name in it
   */
  static ImportFile read(String text) {
    List<CsvRecord> lines = lines(text);
    List<String> header = lines.isEmpty() ? List.of() : lines.getFirst().getFields();
    if (header.stream().noneMatch(ContactTables::isName)) {
      throw new InvalidInput(
          "import file", "vCards or CSV whose header has a column \"name\"", firstLine(text));
    }
    NavigableSet<String> leftOut = new TreeSet<>();
    List<ImportRecord> records =
        lines.stream().skip(1).map(line -> record(header, line, leftOut)).toList();
    return new ImportFile(records, leftOut);
  }

  /** Writes each contact as one line, after a header line. */
  static ContactSink to(Writer writer) {
    // Always quoted: a separator of another country inside a cell would make it two cells.
    CsvWriter csv =
        CsvWriter.builder()
            .quoteStrategy(QuoteStrategies.ALWAYS)
            .lineDelimiter(LineDelimiter.CRLF)
            .build(writer);
    csv.writeRecord("name", "email", "phone", "notes", "tags");
    return new ContactSink() {
      @Override
      public void write(Contact contact) {
        csv.writeRecord(cells(contact).map(Formulas::defused).toList());
      }

      @Override
      public void flush() throws IOException {
        csv.flush();
      }
    };
  }

  private static Stream<String> cells(Contact contact) {
    ContactDetails details = contact.details();
    return Stream.of(
        details.name(),
        Objects.requireNonNullElse(details.email(), ""),
        Objects.requireNonNullElse(details.phone(), ""),
        details.notes(),
        contact.tags().stream().map(Tag::value).collect(Collectors.joining(", ")));
  }

  private static List<CsvRecord> lines(String text) {
    try (Stream<CsvRecord> lines =
        CsvReader.builder()
            .fieldSeparator(separator(firstLine(text)))
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)
            .stream()) {
      return lines.toList();
    } catch (CsvParseException broken) {
      throw new InvalidInput("import file", "CSV", String.valueOf(broken.getMessage()));
    }
  }

  private static ImportRecord record(List<String> header, CsvRecord line, Set<String> leftOut) {
    int number = Math.toIntExact(line.getStartingLineNumber());
    if (line.getFields().stream().skip(header.size()).anyMatch(cell -> !cell.isEmpty())) {
      return new ImportRecord.Unusable(
          number,
          "it has %d cells, and the header %d".formatted(line.getFieldCount(), header.size()));
    }
    return draft(number, cells(header, line, leftOut)).checked(leftOut);
  }

  /** The first cell of each column that is not empty. */
  private static Map<ContactColumn, String> cells(
      List<String> header, CsvRecord line, Set<String> leftOut) {
    Map<ContactColumn, String> cells = new EnumMap<>(ContactColumn.class);
    for (int i = 0; i < Math.min(line.getFieldCount(), header.size()); i++) {
      String cell = Formulas.restored(line.getField(i));
      ContactColumn column = ContactColumn.of(header.get(i));
      if (!cell.isEmpty() && (column == null || cells.putIfAbsent(column, cell) != null)) {
        leftOut.add("column " + header.get(i).strip());
      }
    }
    return cells;
  }

  private static ImportDraft draft(int number, Map<ContactColumn, String> cells) {
    String labels = cells.getOrDefault(ContactColumn.TAGS, "");
    return new ImportDraft(
        number,
        name(cells),
        cells.get(ContactColumn.EMAIL),
        cells.get(ContactColumn.PHONE),
        cells.get(ContactColumn.NOTES),
        Arrays.stream(LABEL_END.split(labels))
            .map(String::strip)
            .filter(label -> !label.isEmpty() && !label.startsWith(GROUP_OF_GOOGLE))
            .toList());
  }

  private static String name(Map<ContactColumn, String> cells) {
    String whole = cells.getOrDefault(ContactColumn.NAME, "");
    return whole.isBlank()
        ? Stream.of(ContactColumn.FIRST_NAME, ContactColumn.MIDDLE_NAME, ContactColumn.LAST_NAME)
            .map(column -> cells.getOrDefault(column, "").strip())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "))
        : whole;
  }

  private static boolean isName(String heading) {
    ContactColumn column = ContactColumn.of(heading);
    return column != null && column.isName();
  }

  private static char separator(String header) {
    return Stream.of(',', ';', '\t')
        .max(Comparator.comparingLong(mark -> header.chars().filter(c -> c == mark).count()))
        .orElseThrow();
  }

  private static String firstLine(String text) {
    return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }
}
