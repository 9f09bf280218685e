package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.persistence.db.DefaultSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Index;
import org.jooq.Key;
import org.jooq.SortField;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler sees is what a fresh file has. */
final class GeneratedTablesTest {

  private static final Map<Class<?>, String> SQL_TYPES =
      Map.of(
          String.class,
          "TEXT",
          Integer.class,
          "INTEGER",
          Long.class,
          "INTEGER",
          Double.class,
          "REAL");

  @TempDir private Path folder;

  @Test
  void tablesAndColumnsAreThoseOfTheSchema() {
    Path fresh = TestDatabases.file(folder);

    List<String> generated =
        DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
            .flatMap(table -> table.fieldStream().map(field -> column(table, field)))
            .toList();

    assertThat(generated)
        .containsExactlyInAnyOrderElementsOf(
            CareFolder.query(
                fresh,
                """
                SELECT t.name, c.name, c.type, c."notnull"
                FROM pragma_table_list t JOIN pragma_table_info(t.name) c
                WHERE t.type = 'table' AND t.name NOT GLOB 'sqlite_*'
                """));
  }

  @Test
  void primaryKeysAreThoseOfTheSchema() {
    Path fresh = TestDatabases.file(folder);

    List<String> generated =
        DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
            .map(
                table ->
                    table.getName() + "|" + columns(Objects.requireNonNull(table.getPrimaryKey())))
            .sorted()
            .toList();

    assertThat(generated)
        .containsExactlyElementsOf(
            CareFolder.query(
                fresh,
                """
                SELECT t.name, group_concat(c.name, ',' ORDER BY c.pk)
                FROM pragma_table_list t JOIN pragma_table_info(t.name) c
                WHERE t.type = 'table' AND t.name NOT GLOB 'sqlite_*' AND c.pk > 0
                GROUP BY t.name
                ORDER BY t.name
                """));
  }

  @Test
  void indexesAreThoseOfTheSchema() {
    Path fresh = TestDatabases.file(folder);
    Map<String, String> generated = new TreeMap<>();
    for (Table<?> table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
      for (Index index : table.getIndexes()) {
        generated.put(
            index.getName(),
            "%s|%s|%d"
                .formatted(
                    table.getName(),
                    index.getFields().stream()
                        .map(SortField::getName)
                        .collect(Collectors.joining(",")),
                    index.getUnique() ? 1 : 0));
      }
    }

    List<String> lines =
        generated.entrySet().stream()
            .map(index -> index.getKey() + "|" + index.getValue())
            .toList();

    assertThat(lines)
        .containsExactlyElementsOf(
            CareFolder.query(
                fresh,
                """
                SELECT i.name, t.name, group_concat(c.name, ',' ORDER BY c.seqno), i."unique"
                FROM pragma_table_list t
                JOIN pragma_index_list(t.name) i
                JOIN pragma_index_info(i.name) c
                WHERE i.origin = 'c'
                GROUP BY i.name
                ORDER BY i.name
                """));
  }

  private static String column(Table<?> table, Field<?> field) {
    return "%s|%s|%s|%d"
        .formatted(
            table.getName(),
            field.getName(),
            SQL_TYPES.get(field.getConverter().fromType()),
            field.getDataType().nullable() ? 0 : 1);
  }

  private static String columns(Key<?> key) {
    return key.getFields().stream().map(Field::getName).collect(Collectors.joining(","));
  }
}
