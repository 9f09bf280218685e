package dev.engine.mcp.tool;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.mcp.input.RecordInput;
import dev.engine.mcp.output.ResultShape;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One tool: what a model is told of it, and what it does, in one place.
 *
 * @param <I> its arguments
 */
public final class Tool<I extends Record> {

  private final String name;
  private final String description;
  private final Effect effect;
  private final boolean forWorkers;
  private final RecordInput<I> input;
  private final Handler<I, ?> handler;
  private final Map<String, Object> outputSchema;

  private Tool(Told told, boolean forWorkers, RecordInput<I> input, Handler<I, ?> handler) {
    this.name = told.name();
    this.description = told.description();
    this.effect = told.effect();
    this.outputSchema = told.outputSchema();
    this.forWorkers = forWorkers;
    this.input = input;
    this.handler = handler;
  }

  private record Told(
      String name, String description, Effect effect, Map<String, Object> outputSchema) {}

  /**
   * A tool for sessions; one that only reads is for everybody.
   *
   * @param name noun and verb, such as {@code ping_show}
   * @param description one or two short sentences, for they stand in every model's context
   */
  static <I extends Record, O extends Record> Tool<I> of(
      String name,
      String description,
      Effect effect,
      Class<I> arguments,
      Class<O> result,
      Handler<I, O> handler) {
    Told told = new Told(name, description, effect, ResultShape.of(result));
    return new Tool<>(told, false, RecordInput.of(arguments), handler);
  }

  /** The same, for workers too: what it does then, it does for the calling worker only. */
  Tool<I> forWorkersToo() {
    return new Tool<>(new Told(name, description, effect, outputSchema), true, input, handler);
  }

  /** Noun and verb. */
  public String name() {
    return name;
  }

  public String description() {
    return description;
  }

  public Effect effect() {
    return effect;
  }

  /** Whether a worker may use it though it changes something. */
  boolean isForWorkers() {
    return forWorkers;
  }

  /** The JSON Schema of its arguments. */
  public Map<String, Object> inputSchema() {
    return input.schema();
  }

  /** The JSON Schema of its structured content. */
  public Map<String, Object> outputSchema() {
    return outputSchema;
  }

  /**
   * What a call is to do, which is then done as often as it is asked for.
   *
   * @param arguments as a JSON parser makes them; null for none
   * @throws InvalidInput if they are not what {@link #inputSchema} says
   * @throws Refusal if the caller has no right to it
   */
  public Supplier<Answer<?>> prepared(@Nullable Object arguments, Calling calling) {
    I read = input.read(arguments == null ? Map.of() : arguments, "arguments");
    calling.requireRight(this);
    return () -> handler.answer(read, calling);
  }
}
