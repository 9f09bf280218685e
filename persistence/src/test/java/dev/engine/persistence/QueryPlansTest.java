package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the rule of {@link QueryPlans} bites; {@link StoreOnDisk} applies it to every port. */
final class QueryPlansTest {

  @TempDir private Path folder;

  @Test
  void aWalkOfATableIsSlow() throws SQLException {
    isSlow("SELECT * FROM pings WHERE message = ?", "SCAN pings");
    isSlow("DELETE FROM pings WHERE message = ?", "SCAN pings");
  }

  @Test
  void aWalkOfAnIndexIsSlowUnlessItEndsWithThePage() throws SQLException {
    String walk = "SCAN pings USING INDEX pings_by_creation";

    isSlow("SELECT * FROM pings ORDER BY created_at, id", walk);
    isSlow("SELECT * FROM pings WHERE urgency = ? ORDER BY created_at, id LIMIT ?", walk);
    isShort("SELECT * FROM pings ORDER BY created_at, id LIMIT ?");
    isShort("SELECT * FROM pings WHERE acknowledged_at IS NULL ORDER BY created_at, id LIMIT ?");
  }

  @Test
  void aSortIsSlow() throws SQLException {
    isSlow(
        "SELECT * FROM pings WHERE conversation_id = ? ORDER BY urgency LIMIT ?",
        "USE TEMP B-TREE FOR ORDER BY");
    isSlow(
        "SELECT * FROM missions WHERE status = ? ORDER BY slot_at, reason LIMIT ?",
        "USE TEMP B-TREE FOR LAST TERM OF ORDER BY");
  }

  @Test
  void aPlaceThatIsComparedAsARowIsLookedUp() throws SQLException {
    isShort(
        "SELECT * FROM pings WHERE (created_at, id) < (?, ?)"
            + " ORDER BY created_at DESC, id DESC LIMIT ?");
  }

  @Test
  void aSlowStatementFailsTheTestThatIssuedIt() throws SQLException {
    try (RecordingConnection connection = connection()) {
      connection.prepareStatement("SELECT * FROM pings WHERE message = ?").close();

      assertThatExceptionOfType(AssertionError.class)
          .isThrownBy(() -> QueryPlans.requireShort(connection, connection.statements()))
          .withMessageContaining("SCAN pings: SELECT * FROM pings WHERE message = ?");
    }
  }

  private void isSlow(String sql, String step) throws SQLException {
    assertThat(slowSteps(sql)).as(sql).containsExactly(step);
  }

  private void isShort(String sql) throws SQLException {
    assertThat(slowSteps(sql)).as(sql).isEmpty();
  }

  private List<String> slowSteps(String sql) throws SQLException {
    try (RecordingConnection connection = connection()) {
      return QueryPlans.slowSteps(connection, sql);
    }
  }

  private RecordingConnection connection() {
    return RecordingConnection.to(TestDatabases.file(folder));
  }
}
