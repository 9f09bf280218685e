package dev.engine.mcp;

import dev.engine.domain.text.NeutralText;
import io.modelcontextprotocol.server.McpServer.StatelessSyncSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person may have a model do with the tools, in words that work. */
final class Prompts {

  private static final int MAX_TASK = 10_000;

  private static final String BRIEF =
      """
      Call brief and attention_list of Engine. Tell me in at most ten lines what failed, what got \
      lost, what asks for me and what is done, the worst first, each with its id. Call why for what \
      is not clear by itself. Change nothing.
      """;

  private Prompts() {}

  static void addTo(StatelessSyncSpecification server) {
    Prompt brief =
        Prompt.builder("brief").description("What is new in the fleet, in ten lines.").build();
    Prompt delegate =
        Prompt.builder("delegate")
            .description("Hand a task to background workers.")
            .arguments(
                List.of(
                    PromptArgument.builder("task")
                        .description("what is to be done")
                        .required(true)
                        .build()))
            .build();
    server.prompts(
        new SyncPromptSpecification(brief, (context, asked) -> said(BRIEF)),
        new SyncPromptSpecification(
            delegate, (context, asked) -> said(delegation(task(asked.arguments())))));
  }

  private static String delegation(String task) {
    return """
    Hand this task to background workers of Engine, so that this session stays free:

    %s

    Cut it into parts that do not depend on one another. Start a worker for each with \
    worker_spawn; write everything into its instructions that it must know, where the result goes \
    and when it is done, for it sees nothing of this conversation. Do not wait for workers: you \
    are told when one ends. Then look at each result before you rely on it.
    """
        .formatted(task);
  }

  private static String task(@Nullable Map<String, Object> arguments) {
    Object task = arguments == null ? null : arguments.get("task");
    return NeutralText.of(task == null ? "" : task.toString(), MAX_TASK).value();
  }

  private static GetPromptResult said(String text) {
    TextContent content = TextContent.builder(text).build();
    return GetPromptResult.builder(List.of(new PromptMessage(Role.USER, content))).build();
  }
}
