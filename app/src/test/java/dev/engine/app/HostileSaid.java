package dev.engine.app;

import dev.engine.app.TextFields.TextField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a hostile fleet has said so far, by which field, and where the dashboard must show it as it
 * was typed. Each field marks its texts at their end, by a comment of two digits: so it is known of
 * each text that is seen which field it came by.
 */
final class HostileSaid {

  /** Of an event that is not known, so much of its name is kept. */
  private static final int MAX_EVENT_NAME = 64;

  private static final List<String> NAMES_OF_EVENTS =
      List.of("hook hook_event_name", "hearHook event");

  private final Map<String, Integer> limits;
  private final List<String> fields = new ArrayList<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  /**
   * A place in the dashboard.
   *
   * @param texts what is to be read in it
   * @param values what is to stand in the form that changes it
   * @param clicks names of buttons in it, and what is to be read once one was clicked
   */
  private record Place(List<String> texts, List<String> values, List<List<String>> clicks) {

    private Place() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  /**
   * @param known of which it is said how long their texts may be
   */
  HostileSaid(Collection<TextField> known) {
    this.limits = known.stream().collect(Collectors.toMap(TextField::name, TextField::most));
    NAMES_OF_EVENTS.forEach(field -> limits.put(field, MAX_EVENT_NAME));
  }

  /** {@code text} as {@code field} says it: with its mark, and cut before it if it is too long. */
  String by(String field, String text) {
    if (!fields.contains(field)) {
      fields.add(field);
    }
    counts.merge(field, 1, Integer::sum);
    String mark = "//%02d".formatted(fields.indexOf(field));
    int most = limits.getOrDefault(field, Integer.MAX_VALUE) - mark.length();
    return (text.length() > most ? text.substring(0, most) : text) + mark;
  }

  /** How many texts each field has said. */
  Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }

  /** The field of a mark. */
  String field(int mark) {
    return fields.get(mark);
  }

  Set<String> fields() {
    return Set.copyOf(fields);
  }

  /** These are to be read at {@code address}, such as {@code workers/1a2b3c4d}. */
  void seenAt(String address, String... texts) {
    place(address).texts().addAll(List.of(texts));
  }

  /** These are to stand in the form that changes what is at {@code address}. */
  void editedAt(String address, String... values) {
    place(address).values().addAll(List.of(values));
  }

  /** This is to be read at {@code address} once a button was clicked. */
  void clickedAt(String address, String button, String text) {
    place(address).clicks().add(List.of(button, text));
  }

  private Place place(String address) {
    return places.computeIfAbsent(address, unknown -> new Place());
  }

  /** The places, as the script in the page takes them. */
  List<Map<String, Object>> places() {
    return places.entrySet().stream()
        .map(
            each ->
                Map.<String, Object>of(
                    "place", each.getKey(),
                    "texts", each.getValue().texts(),
                    "values", each.getValue().values(),
                    "clicks", each.getValue().clicks()))
        .toList();
  }

  /** Forgets the places: what comes now is seen elsewhere. */
  void goOn() {
    places.clear();
  }
}
