package dev.engine.cli.violating;

import dev.engine.host.ProcProcesses;
import dev.engine.http.HttpDoor;
import io.javalin.http.Context;
import java.sql.Connection;
import java.sql.SQLException;

/** Breaks: adapters do not know one another; SQL and the web server stay where they are. */
public final class CommandOnHost {
  ProcProcesses processes = new ProcProcesses();

  void greet(HttpDoor door, Context http) {
    http.result(door.address().toString());
  }

  void close(Connection connection) throws SQLException {
    connection.close();
  }
}
