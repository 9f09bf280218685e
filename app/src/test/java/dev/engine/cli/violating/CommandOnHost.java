package dev.engine.cli.violating;

import dev.engine.host.ProcProcesses;
import java.sql.Connection;
import java.sql.SQLException;

/** Breaks: adapters do not know one another; SQL stays in persistence. */
public final class CommandOnHost {
  ProcProcesses processes = new ProcProcesses();

  void close(Connection connection) throws SQLException {
    connection.close();
  }
}
