package dev.engine.cli.violating;

import dev.engine.host.ProcProcesses;
import dev.engine.http.HttpDoor;
import io.javalin.http.Context;
import io.modelcontextprotocol.spec.McpSchema;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Breaks: adapters do not know one another; SQL, the web server and the protocol of agents stay
 * where they are.
 */
public final class CommandOnHost {
  ProcProcesses processes = new ProcProcesses();

  void greet(HttpDoor door, Context http) {
    http.result(door.address().toString());
  }

  String name(McpSchema.Tool tool) {
    return tool.name();
  }

  void close(Connection connection) throws SQLException {
    connection.close();
  }
}
