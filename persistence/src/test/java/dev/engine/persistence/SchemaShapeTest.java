package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaShapeTest {

  @TempDir private Path folder;

  @Test
  void theMigrationsEndInTheSchema() {
    Path fresh = TestDatabases.file(folder);
    CareFolder migrated = CareFolder.in(folder);
    migrated.keeper().migrate();

    List<String> differences =
        CareFolder.shape(fresh).differencesOf(CareFolder.shape(migrated.file()));

    assertThat(differences).isEmpty();
    assertThat(CareFolder.shape(migrated.file())).isEqualTo(CareFolder.shape(fresh));
    assertThat(header(migrated.file())).isEqualTo(header(fresh));
  }

  @Test
  void whiteSpaceCommentsQuotesAndOrderDoNotMatter() {
    SchemaShape one =
        shape(
            "CREATE TABLE t (a TEXT NOT NULL CHECK (a IN ('X', 'y')), b INTEGER, CHECK (b >"
                + " length(a))) STRICT");
    SchemaShape other =
        shape(
            """
            create table "t"(
              -- a comment, with a comma
              [b] integer,`a` text  not null/* another */check(a in ('X','y')), CHECK(b>length(a))
            )strict\
            """);

    assertThat(one.differencesOf(other)).isEmpty();
    assertThat(one).isEqualTo(other);
  }

  @Test
  void everythingElseMatters() {
    SchemaShape expected =
        shape(
            "CREATE TABLE t (a TEXT CHECK (a <> 'X'), b ANY, c INTEGER, CHECK (c > 0)) STRICT",
            "CREATE INDEX t_by_a ON t (a) WHERE b IS NULL",
            "CREATE TRIGGER t_kept BEFORE DELETE ON t BEGIN SELECT 1; END");

    SchemaShape found =
        shape(
            "CREATE TABLE t (a TEXT CHECK (a <> 'x'), c INTEGER, d TEXT)",
            "CREATE INDEX t_by_a ON t (a)");

    assertThat(expected.differencesOf(found))
        .containsExactly(
            "column t.a must be text check(a <> 'X'), is text check(a <> 'x')",
            "column t.b is missing: any",
            "column t.d is too much: text",
            "constraint check(c > 0) of t is missing: check(c > 0)",
            "index t_by_a must be create index t_by_a on t(a) where b is null,"
                + " is create index t_by_a on t(a)",
            "table t must be strict, is plain",
            "trigger t_kept is missing:"
                + " create trigger t_kept before delete on t begin select 1 ; end");
  }

  private SchemaShape shape(String... statements) {
    Path file = folder.resolve("shape-%d.db".formatted(System.nanoTime()));
    CareFolder.run(file, statements);
    return CareFolder.shape(file);
  }

  private static List<String> header(Path file) {
    return CareFolder.query(
        file,
        """
        SELECT application_id, user_version
        FROM pragma_application_id, pragma_user_version
        """);
  }
}
