package dev.engine.http.api;

import dev.engine.domain.request.Reply;
import dev.engine.http.json.WrittenShape;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an operation does with a call. */
public sealed interface Work {

  /** The status of its answer when all goes well. */
  int status();

  /** The media type of that answer. */
  String mediaType();

  /** What the request's body is; null if it has none. */
  @Nullable Content takes();

  /** What a client is given that asks for another media type; null if there is none. */
  @Nullable Writes stream();

  /** The shape of the answer's body; null if it is no JSON, or nothing. */
  @Nullable WrittenShape<?> gives();

  /**
   * Answers with JSON, or with nothing.
   *
   * @param act carries it out; its second argument is the body of the request
   * @param tag the version of what a request would change, which the request must name; null if it
   *     need not
   * @param isKept whether the answer is good for as long as nothing is stored
   */
  record Answers(
      int status,
      @Nullable Content takes,
      @Nullable WrittenShape<?> gives,
      Act act,
      @Nullable Function<Call, String> tag,
      @Nullable Writes stream,
      boolean isKept)
      implements Work {

    @Override
    public String mediaType() {
      return "application/json";
    }
  }

  /** Answers by itself: a page, a text, a stream. */
  record Writes(
      String mediaType, @Nullable Content takes, Consumer<Call> writer, @Nullable Writes stream)
      implements Work {

    @Override
    public int status() {
      return 200;
    }

    @Override
    public @Nullable WrittenShape<?> gives() {
      return null;
    }
  }

  /** From a call and the bytes of its body to a reply. */
  interface Act {

    /** Carries it out. */
    Reply reply(Call call, byte[] body);
  }
}
