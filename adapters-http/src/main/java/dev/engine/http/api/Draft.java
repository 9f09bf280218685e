package dev.engine.http.api;

import dev.engine.domain.Listed;
import dev.engine.domain.request.Reply;
import dev.engine.http.api.Operation.Alternative;
import dev.engine.http.api.Operation.Said;
import dev.engine.http.json.Json;
import dev.engine.http.json.PageShape;
import dev.engine.http.json.Shape;
import dev.engine.http.json.Shapes;
import dev.engine.http.json.Utf8;
import dev.engine.http.json.WrittenShape;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An operation of which it is not said yet what it does. */
public final class Draft {

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final HandlerType method;
  private final String path;
  private final Said said;
  private final List<Parameter<?>> parameters = new ArrayList<>();
  private final List<Alternative> alternatives = new ArrayList<>();
  private boolean tagged;
  private boolean takesLong;
  private boolean secret;
  private boolean kept;
  private @Nullable Function<Call, String> currentTag;
  private Work.@Nullable Writes stream;

  Draft(HandlerType method, String path, Said said) {
    this.method = method;
    this.path = path;
    this.said = said;
  }

  /** Declares what the path and the query name. */
  public Draft with(Parameter<?>... declared) {
    Collections.addAll(parameters, declared);
    return this;
  }

  /** Declares another answer that is no failure. */
  public Draft orAnswers(int status, @Nullable String mediaType, String description) {
    alternatives.add(new Alternative(status, mediaType, description));
    return this;
  }

  /** Keeps the answer out of the store: a request for it cannot be repeated with a key. */
  public Draft secret() {
    secret = true;
    return this;
  }

  /**
   * Keeps the answer for as long as nothing is stored. It then must depend on the path, the query
   * and the store alone: on no header, no file and no clock.
   *
   * @throws IllegalStateException if the method is not GET
   */
  public Draft kept() {
    if (!method.equals(HandlerType.GET)) {
      throw new IllegalStateException("%s %s may change something".formatted(method, path));
    }
    kept = true;
    return this;
  }

  /** Gives the answer an {@code ETag}, which a later change of the same thing has to name. */
  public Draft tagged() {
    tagged = true;
    return method.equals(HandlerType.GET)
        ? orAnswers(NOT_MODIFIED, null, "It is what If-None-Match names.")
        : this;
  }

  /**
   * Requires an {@code If-Match} with the tag of what {@code current} returns, so that nobody
   * changes what they have not seen.
   *
   * @param current what a tagged {@code GET} of the same thing answers
   */
  public <T extends Record> Draft ifMatches(Class<T> type, Function<Call, T> current) {
    Shape<T> shape = Shapes.of(type);
    parameters.add(Parameter.IF_MATCH);
    currentTag = call -> Tags.of(Json.write(current.apply(call), shape));
    return tagged();
  }

  /**
   * Says that it takes seconds or minutes: one request at a time is carried out, and in steps that
   * do not keep others from the store. So there is no key by which it is carried out once only.
   */
  public Draft takesLong() {
    takesLong = true;
    return this;
  }

  /** Gives clients that accept {@code mediaType} what {@code writer} writes, and nothing else. */
  public Draft streams(String mediaType, Consumer<Call> writer) {
    stream = new Work.Writes(mediaType, null, writer, null);
    return this;
  }

  /** Declares the body of the request. */
  public <B extends Record> WithBody<B> takes(Class<B> body) {
    Shape<B> shape = Shapes.of(body);
    return new WithBody<>(this, Content.json(shape), bytes -> Json.read(bytes, shape));
  }

  /** Declares that the body of the request is a text of one of {@code mediaTypes}. */
  public WithBody<String> takesText(String... mediaTypes) {
    return new WithBody<>(
        this,
        new Content(List.of(mediaTypes), Shapes.text(String.class)),
        bytes -> Utf8.text(bytes, "request body", "text in UTF-8"));
  }

  /** 200 with what {@code handler} returns. */
  public <T extends Record> Operation answers(Class<T> type, Function<Call, T> handler) {
    Shape<T> gives = Shapes.of(type);
    return replies(OK, null, gives, (call, body) -> reply(OK, gives, handler.apply(call)));
  }

  /**
   * 201 with what {@code handler} returns.
   *
   * @param location as {@link WithBody#creates} has it
   */
  public <T extends Record> Operation creates(
      Class<T> type, Function<T, String> location, Function<Call, T> handler) {
    Shape<T> gives = Shapes.of(type);
    return replies(
        CREATED,
        null,
        gives,
        (call, body) -> {
          T made = handler.apply(call);
          return replyAt(location.apply(made), CREATED, Json.write(made, gives));
        });
  }

  /** 200 with what {@code handler} returns, which is the page that {@link Call#page} asks for. */
  public <T extends Record> Operation lists(Class<T> item, Function<Call, Listed<T>> handler) {
    parameters.add(Parameter.LIMIT);
    parameters.add(Parameter.AFTER);
    PageShape<T> gives = PageShape.of(item);
    return replies(OK, null, gives, (call, body) -> reply(OK, gives, handler.apply(call)));
  }

  /** 200 with what {@code handler} returns, {@link Call#limit} at most: there are no more pages. */
  public <T extends Record> Operation listsFront(Class<T> item, Function<Call, List<T>> handler) {
    parameters.add(Parameter.LIMIT);
    PageShape<T> gives = PageShape.of(item);
    return replies(
        OK, null, gives, (call, body) -> reply(OK, gives, new Listed<>(handler.apply(call), null)));
  }

  /** 204, when {@code handler} is done. */
  public Operation answersNothing(Consumer<Call> handler) {
    return replies(
        NO_CONTENT,
        null,
        null,
        (call, body) -> {
          handler.accept(call);
          return new Reply(NO_CONTENT, null, null, "");
        });
  }

  /** 200 with what {@code writer} writes: a page, a text or a stream. */
  public Operation writes(String mediaType, Consumer<Call> writer) {
    return operation(new Work.Writes(mediaType, null, writer, stream));
  }

  /** 200 with what {@code writer} makes of any JSON. */
  public Operation writesOfAnyJson(String mediaType, Consumer<Call> writer) {
    return operation(
        new Work.Writes(mediaType, Content.json(Shapes.of(JsonNode.class)), writer, stream));
  }

  private Operation replies(
      int status, @Nullable Content takes, @Nullable WrittenShape<?> gives, Work.Act act) {
    if (method.equals(HandlerType.POST) && !takesLong && !secret) {
      parameters.add(Parameter.IDEMPOTENCY_KEY);
    }
    Work.Act inTurn = takesLong ? inTurn(new LongWork(), act) : act;
    return operation(new Work.Answers(status, takes, gives, inTurn, currentTag, stream, kept));
  }

  private static Work.Act inTurn(LongWork work, Work.Act act) {
    return (call, body) -> work.reply(() -> act.reply(call, body));
  }

  private Operation operation(Work work) {
    return new Operation(method, path, said, parameters, alternatives, work);
  }

  private <T> Reply reply(int status, WrittenShape<T> shape, T value) {
    return replyAt(null, status, Json.write(value, shape));
  }

  private Reply replyAt(@Nullable String location, int status, String body) {
    return new Reply(status, location, tagged ? Tags.of(body) : null, body);
  }

  /** An operation of which only the body is known. */
  public static final class WithBody<B> {

    private final Draft draft;
    private final Content takes;
    private final Function<byte[], B> read;

    private WithBody(Draft draft, Content takes, Function<byte[], B> read) {
      this.draft = draft;
      this.takes = takes;
      this.read = read;
    }

    /** 200 with what {@code handler} returns. */
    public <T extends Record> Operation answers(Class<T> type, BiFunction<Call, B, T> handler) {
      Shape<T> gives = Shapes.of(type);
      return draft.replies(
          OK,
          takes,
          gives,
          (call, body) -> draft.reply(OK, gives, handler.apply(call, read.apply(body))));
    }

    /**
     * 201 with what {@code handler} returns.
     *
     * @param location where the new thing is to be found, such as {@code /api/v1/pings/3fa94c01}
     */
    public <T extends Record> Operation creates(
        Class<T> type, Function<T, String> location, BiFunction<Call, B, T> handler) {
      Shape<T> gives = Shapes.of(type);
      return draft.replies(
          CREATED,
          takes,
          gives,
          (call, body) -> {
            T made = handler.apply(call, read.apply(body));
            return draft.replyAt(location.apply(made), CREATED, Json.write(made, gives));
          });
    }
  }
}
