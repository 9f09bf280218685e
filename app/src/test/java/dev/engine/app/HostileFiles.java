package dev.engine.app;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files of contacts whose names, columns and contents are hostile, for the person to take in. */
final class HostileFiles {

  private final HostileSaid said;

  HostileFiles(HostileSaid said) {
    this.said = said;
  }

  /** A table of each text and the cards of all, as the script in the page takes them. */
  List<Map<String, Object>> of(List<String> texts) {
    return Stream.concat(texts.stream().map(this::table), Stream.of(cards(texts))).toList();
  }

  /** The same person twice, and a column that contacts have no room for. */
  private Map<String, Object> table(String text) {
    String name = said.by("importContacts text/csv", text);
    String column = "column " + name.replace(";", ""); // many of them part columns, too
    String row = quoted(name) + ",x\n";
    return Map.of(
        "name",
        name + ".csv",
        "body",
        "name," + quoted(column) + "\n" + row + row,
        "texts",
        List.of(column));
  }

  /** Each twice: the second is known by then. */
  private Map<String, Object> cards(List<String> texts) {
    List<String> names =
        texts.stream().map(text -> said.by("importContacts text/vcard", text)).toList();
    String cards = names.stream().map(HostileFiles::card).collect(Collectors.joining());
    return Map.of("name", "cards.vcf", "body", cards + cards, "texts", names);
  }

  private static String card(String name) {
    return """
    BEGIN:VCARD\r
    VERSION:3.0\r
    FN:%s\r
    END:VCARD\r
    """
        .formatted(escaped(name));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;");
  }
}
