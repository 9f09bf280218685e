package dev.engine.mcp.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of at most {@value #MOST} values of one shape. */
record ListInput<T>(Input<T> item) implements Input<List<T>> {

  private static final int MOST = 100;

  @Override
  public List<T> read(@Nullable Object json, String where) {
    if (!(json instanceof List<?> values) || values.size() > MOST) {
      throw Got.insteadOf("a list of at most %d".formatted(MOST), where, json);
    }
    List<T> read = new ArrayList<>();
    for (Object value : values) {
      read.add(item.read(value, "%s[%d]".formatted(where, read.size())));
    }
    return List.copyOf(read);
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    schema.put("items", item.schema());
    schema.put("maxItems", MOST);
    return schema;
  }
}
