package dev.engine.mcp;

import dev.engine.mcp.tool.Effect;
import dev.engine.mcp.tool.Tool;
import dev.engine.mcp.tool.Tools;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServer.StatelessSyncSpecification;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The SDK's server: handshake, lists, resources and prompts. Calls of tools do not come here, see
 * {@link ToolDesk}: the SDK answers some of what can be wrong with them with an error of the
 * protocol, which a client does not show its model.
 */
final class ProtocolServer {

  static final List<String> VERSIONS =
      List.of(ProtocolVersions.MCP_2025_06_18, ProtocolVersions.MCP_2025_11_25);

  private final Transport transport;

  private ProtocolServer(Transport transport) {
    this.transport = transport;
  }

  static ProtocolServer of(McpBackend backend, Tools tools) {
    Transport transport = new Transport();
    StatelessSyncSpecification server =
        McpServer.sync(transport)
            .serverInfo("engine", backend.version())
            .instructions(Instructions.TEXT)
            .capabilities(
                ServerCapabilities.builder()
                    .tools(false)
                    .resources(false, false)
                    .prompts(false)
                    .build())
            .jsonMapper(new JacksonMcpJsonMapper(Json.PROTOCOL))
            // Arguments are read by the tools themselves, and results are made of records.
            .validateToolInputs(false)
            .jsonSchemaValidator((schema, value) -> ValidationResponse.asValid(""))
            .immediateExecution(true);
    tools.all().forEach(tool -> server.toolCall(told(tool), (context, call) -> unreachable()));
    new Resources(backend.engine(), tools).addTo(server);
    Prompts.addTo(server);
    server.build();
    return new ProtocolServer(transport);
  }

  /** The answer to anything but a call of a tool. */
  JSONRPCResponse answer(JSONRPCRequest request, McpTransportContext context) {
    JSONRPCResponse response = transport.handler().handleRequest(context, request).block();
    if (response == null) {
      throw new IllegalStateException("no answer to " + request.method());
    }
    return response;
  }

  private static McpSchema.Tool told(Tool<?> tool) {
    Effect effect = tool.effect();
    return McpSchema.Tool.builder(tool.name(), tool.inputSchema())
        .description(tool.description())
        .outputSchema(tool.outputSchema())
        .annotations(
            ToolAnnotations.builder()
                .readOnlyHint(effect.isReading())
                .destructiveHint(effect == Effect.ENDS)
                .idempotentHint(effect.isReading() || effect == Effect.SETS)
                .openWorldHint(false)
                .build())
        .build();
  }

  private static CallToolResult unreachable() {
    throw new IllegalStateException("calls of tools are answered by the desk");
  }

  /** Messages are brought by hand. */
  private static final class Transport implements McpStatelessServerTransport {

    private @Nullable McpStatelessServerHandler handler;

    @Override
    public void setMcpHandler(McpStatelessServerHandler given) {
      handler = given;
    }

    @Override
    public Mono<Void> closeGracefully() {
      return Mono.empty();
    }

    @Override
    public List<String> protocolVersions() {
      return VERSIONS;
    }

    McpStatelessServerHandler handler() {
      if (handler == null) {
        throw new IllegalStateException("the server is not built");
      }
      return handler;
    }
  }
}
