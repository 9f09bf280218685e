package dev.engine.app;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An agent that is given the tools of one project's engine over one transport. */
interface AgentClient extends AutoCloseable {

  /** The tools that it is told of, in their order. */
  List<JsonNode> tools();

  /**
   * Calls a tool and gives the result of the protocol, an error of the tool among them.
   *
   * @param arguments one JSON object
   */
  JsonNode call(String tool, String arguments);

  @Override
  void close();

  /** A way to the tools. */
  @FunctionalInterface
  interface Transport {

    /**
     * An agent with this in its environment.
     *
     * @param environment such as {@code CLAUDE_CODE_SESSION_ID} and its value
     */
    AgentClient open(Map<String, String> environment);
  }
}
