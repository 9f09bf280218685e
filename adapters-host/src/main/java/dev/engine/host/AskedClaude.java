package dev.engine.host;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.host.ClientReports;
import dev.engine.domain.session.ClaudeSessionId;
import dev.engine.domain.session.ClientReport;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code claude agents --json} says: an array with an object for each live session. Anything
 * in it that is not understood is passed over, for it is another program's, and grows.
 */
public final class AskedClaude implements ClientReports {

  /** It is a program of 200 MB that may have to be read from disk first. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final List<String> QUESTION = List.of("agents", "--json");

  private final ProcessPrograms programs;
  private final String claude;

  public AskedClaude(ProcessPrograms programs) {
    this(programs, "claude");
  }

  /**
   * @param claude the program, by its name or path
   */
  AskedClaude(ProcessPrograms programs, String claude) {
    this.programs = programs;
    this.claude = claude;
  }

  @Override
  public Map<ClaudeSessionId, ClientReport> now() {
    List<String> command = Stream.concat(Stream.of(claude), QUESTION.stream()).toList();
    return programs.askAll(command, LIMIT).map(AskedClaude::read).orElse(Map.of());
  }

  private static Map<ClaudeSessionId, ClientReport> read(String answer) {
    Map<ClaudeSessionId, ClientReport> told = new HashMap<>();
    for (JsonPart agent : agents(answer)) {
      Optional<ClaudeSessionId> id = text(agent, "sessionId").flatMap(AskedClaude::id);
      Optional<ClientReport> report = report(agent);
      if (id.isPresent() && report.isPresent()) {
        told.put(id.get(), report.get());
      }
    }
    return Map.copyOf(told);
  }

  private static List<JsonPart> agents(String answer) {
    try {
      // What reads settings reads an object.
      JsonPart.Obj wrapped = JsonOutline.of("{\"agents\":" + answer + "}");
      return wrapped.get("agents").orElse(wrapped) instanceof JsonPart.Arr all
          ? all.elements()
          : List.of();
    } catch (UnreadableSettings noJson) {
      return List.of();
    }
  }

  /** A client that is blocked has said on what since 2.1.162, whatever it calls its status. */
  private static Optional<ClientReport> report(JsonPart agent) {
    if (text(agent, "waitingFor").isPresent()) {
      return Optional.of(ClientReport.WAITING);
    }
    return switch (text(agent, "status").orElse("")) {
      case "busy" -> Optional.of(ClientReport.BUSY);
      case "idle" -> Optional.of(ClientReport.IDLE);
      case "waiting" -> Optional.of(ClientReport.WAITING);
      default -> Optional.empty(); // the client may add words of its own
    };
  }

  private static Optional<ClaudeSessionId> id(String text) {
    try {
      return Optional.of(new ClaudeSessionId(text));
    } catch (InvalidInput none) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonPart part, String name) {
    return part instanceof JsonPart.Obj object
            && object.get(name).orElse(object) instanceof JsonPart.Text text
        ? Optional.of(text.text())
        : Optional.empty();
  }
}
