package dev.engine.hooks;

import dev.engine.domain.error.EngineException;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a hook says. Its exit code is 0 whatever happened.
 *
 * @param stdout empty, or one JSON object for the client
 * @param stderr empty, or one line for whoever debugs the client
 */
public record HookAnswer(String stdout, String stderr) {

  private static final JsonFactory JSON = new JsonFactory();

  /** Nothing to say, which is the usual answer. */
  public static final HookAnswer SILENCE = new HookAnswer("", "");

  /**
   * Something for the model to know, in the context of {@code event}.
   *
   * @param event the client's name of it, which it compares: of another one it drops the answer
   * @param text less than 10,000 characters, of which the client would cut the rest
   */
  static HookAnswer context(String event, String text) {
    StringWriter json = new StringWriter(text.length() + 200);
    try (JsonGenerator answer = JSON.createGenerator(ObjectWriteContext.empty(), json)) {
      answer.writeStartObject();
      answer.writeObjectPropertyStart("hookSpecificOutput");
      answer.writeStringProperty("hookEventName", event);
      answer.writeStringProperty("additionalContext", text);
      answer.writeEndObject();
      answer.writeEndObject();
    }
    return new HookAnswer(json.toString(), "");
  }

  /** Silence towards the client, and one line about what went wrong. */
  public static HookAnswer trouble(Exception failure) {
    return trouble(failure, "");
  }

  /** The same, where the event is kept for later. */
  static HookAnswer spooled(RuntimeException failure) {
    return trouble(failure, "; the event waits in the spool");
  }

  /** The same, where it could not even be kept. */
  static HookAnswer lost(RuntimeException failure, RuntimeException spool) {
    return trouble(failure, "; this event is lost: " + spool.getMessage());
  }

  private static HookAnswer trouble(Exception failure, String consequence) {
    String code = failure instanceof EngineException known ? known.code() : "ENG-9999";
    String what =
        failure instanceof EngineException
            ? String.valueOf(failure.getMessage())
            : "this is a bug in engine: " + failure;
    String line = (what + consequence).replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]+", " ");
    return new HookAnswer("", "engine: %s %s".formatted(code, line));
  }
}
