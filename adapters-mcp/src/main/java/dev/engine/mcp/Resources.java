package dev.engine.mcp;

import dev.engine.domain.error.EngineException;
import dev.engine.mcp.tool.Answer;
import dev.engine.mcp.tool.Calling;
import dev.engine.mcp.tool.Tools;
import dev.engine.services.Caller;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person may hand to a model as it stands: the same that the tools which look tell. */
final class Resources {

  private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

  private static final String FLEET = "engine://fleet";
  private static final String CONVERSATION = "engine://conversation/";
  private static final String JSON = "application/json";

  private final Tools tools;

  Resources(Tools tools) {
    this.tools = tools;
  }

  void addTo(StatelessSyncSpecification server) {
    Resource fleet =
        Resource.builder(FLEET, "fleet")
            .description("The sessions that live, what each does and waits for.")
            .mimeType(JSON)
            .build();
    ResourceTemplate conversation =
        ResourceTemplate.builder(CONVERSATION + "{id}", "conversation")
            .description("The sessions of a conversation in order, and what it was to be told.")
            .mimeType(JSON)
            .build();
    server.resources(
        new SyncResourceSpecification(
            fleet, (context, asked) -> read(asked.uri(), "session_list", Map.of())));
    server.resourceTemplates(
        new SyncResourceTemplateSpecification(
            conversation,
            (context, asked) ->
                read(
                    asked.uri(),
                    "conversation_show",
                    Map.of("conversation", asked.uri().substring(CONVERSATION.length())))));
  }

  private ReadResourceResult read(String uri, String tool, Map<String, Object> arguments) {
    try {
      Answer answer = tools.named(tool).prepared(arguments, new Calling(Caller.Unknown::new)).get();
      String text = Json.write(Json.fields(answer.structured()));
      return ReadResourceResult.builder(
              List.of(TextResourceContents.builder(uri, text).mimeType(JSON).build()))
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
