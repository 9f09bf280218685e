package dev.engine.mcp.tool;

import dev.engine.domain.install.HomeFolder;
import dev.engine.mcp.tool.Refusal.Reason;
import dev.engine.services.Engine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every tool, by its name. */
public final class Tools {

  private final Map<String, Tool<?>> byName = new LinkedHashMap<>();

  private Tools(List<Tool<?>> tools) {
    tools.forEach(tool -> byName.put(tool.name(), tool));
  }

  /** The tools over {@code engine}, which is that of {@code home}. */
  public static Tools of(Engine engine, HomeFolder home) {
    List<Tool<?>> tools = new ArrayList<>();
    tools.addAll(new SessionTools(engine).tools());
    tools.addAll(new WorkerTools(engine, home).tools());
    tools.addAll(new MissionTools(engine, home).tools());
    tools.addAll(new NotificationTools(engine).tools());
    tools.addAll(new PingTools(engine).tools());
    tools.addAll(new PriorityTools(engine).tools());
    tools.addAll(new ContactTools(engine).tools());
    tools.addAll(new StagedTools(engine, home).tools());
    tools.addAll(new OverviewTools(engine).tools());
    return new Tools(tools);
  }

  /** All of them, in the order in which a client is told. */
  public List<Tool<?>> all() {
    return List.copyOf(byName.values());
  }

  /**
   * The tool that is called {@code name}.
   *
   * @throws Refusal if none is
   */
  public Tool<?> named(String name) {
    Tool<?> tool = byName.get(name);
    if (tool == null) {
      throw new Refusal(
          Reason.UNKNOWN_TOOL,
          "there is no tool of that name; there are " + String.join(", ", byName.keySet()));
    }
    return tool;
  }
}
