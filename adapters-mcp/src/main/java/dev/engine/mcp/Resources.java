package dev.engine.mcp;

import dev.engine.domain.error.EngineException;
import dev.engine.domain.host.LogStream;
import dev.engine.domain.text.NeutralText;
import dev.engine.domain.worker.WorkerId;
import dev.engine.mcp.tool.Answer;
import dev.engine.mcp.tool.Calling;
import dev.engine.mcp.tool.Tools;
import dev.engine.services.Caller;
import dev.engine.services.Engine;
import io.modelcontextprotocol.server.McpServer.StatelessSyncSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person may hand to a model as it stands. Whoever may look may read it. */
final class Resources {

  private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

  private static final String ID = "{id}";
  private static final String FLEET = "engine://fleet";
  private static final String CONVERSATION = "engine://conversation/" + ID;
  private static final String WORKER_LOG = "engine://worker/" + ID + "/log";

  private static final String JSON = "application/json";
  private static final String TEXT = "text/plain";

  private final Engine engine;
  private final Tools tools;

  Resources(Engine engine, Tools tools) {
    this.engine = engine;
    this.tools = tools;
  }

  void addTo(StatelessSyncSpecification server) {
    server.resources(
        new SyncResourceSpecification(
            Resource.builder(FLEET, "fleet")
                .description("The sessions that live, what each does and waits for.")
                .mimeType(JSON)
                .build(),
            (context, asked) -> read(FLEET, JSON, () -> told("session_list", Map.of()))));
    server.resourceTemplates(
        template(
            CONVERSATION,
            "conversation",
            "The sessions of a conversation in order, and what it was to be told.",
            JSON,
            id -> told("conversation_show", Map.of("conversation", id))),
        template(
            WORKER_LOG,
            "worker log",
            "The end of what a worker's latest attempt has printed, at most 16 KiB.",
            TEXT,
            this::printed));
  }

  /**
   * Resources that look alike.
   *
   * @param text of what has the id that stands in an address
   */
  private static SyncResourceTemplateSpecification template(
      String uri, String name, String description, String type, Function<String, String> text) {
    int start = uri.indexOf(ID);
    int behind = uri.length() - start - ID.length();
    return new SyncResourceTemplateSpecification(
        ResourceTemplate.builder(uri, name).description(description).mimeType(type).build(),
        (context, asked) -> {
          String given = asked.uri();
          return read(
              given, type, () -> text.apply(given.substring(start, given.length() - behind)));
        });
  }

  /** The same that the tool {@code name} tells, which looks. */
  private String told(String name, Map<String, Object> arguments) {
    Answer<?> answer =
        tools.named(name).prepared(arguments, new Calling(Caller.Unknown::new)).get();
    return Json.write(Json.fields(answer.structured()));
  }

  private String printed(String worker) {
    String end = engine.workerLogs().end(new WorkerId(worker), LogStream.STDOUT);
    return NeutralText.of(end, end.length()).value();
  }

  private static ReadResourceResult read(String uri, String type, Supplier<String> text) {
    try {
      return ReadResourceResult.builder(
              List.of(TextResourceContents.builder(uri, text.get()).mimeType(type).build()))
          .build();
    } catch (EngineException failure) {
      throw McpError.builder(ErrorCodes.RESOURCE_NOT_FOUND)
          .message(failure.code() + " " + failure.getMessage())
          .build();
    } catch (RuntimeException bug) {
      LOG.error("a resource cannot be read", bug);
      throw McpError.builder(ErrorCodes.INTERNAL_ERROR).message(ToolDesk.BUG).build();
    }
  }
}
