package dev.engine.host.worker;

import dev.engine.domain.host.WorkerOutputs.Result;
import dev.engine.domain.worker.Usage;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the object with which a stream of JSON ends. What is not as expected is passed over: the
 * format is the client's.
 */
final class ResultObject {

  private static final JsonFactory JSON = new JsonFactory();

  private static final Set<String> TOKENS =
      Set.of(
          "input_tokens",
          "output_tokens",
          "cache_creation_input_tokens",
          "cache_read_input_tokens");

  private String type = "";
  private String text = "";
  private boolean isError;
  private @Nullable String question;
  private @Nullable BigDecimal costUsd;
  private @Nullable Long tokens;

  private ResultObject() {}

  /** The result that {@code line} tells; empty if it is something else. */
  static Optional<Result> of(String line) {
    if (!line.startsWith("{") || !line.contains("\"result\"")) {
      return Optional.empty();
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      ResultObject object = new ResultObject();
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        object.take(name, parser.nextToken(), parser);
      }
      boolean isWhole = parser.currentToken() == JsonToken.END_OBJECT;
      return isWhole && object.type.equals("result")
          ? Optional.of(object.result())
          : Optional.empty();
    } catch (JacksonException notAsExpected) {
      return Optional.empty();
    }
  }

  private Result result() {
    return new Result(isError, FileWorkerOutputs.cut(text), question, Usage.told(costUsd, tokens));
  }

  private void take(String name, JsonToken token, JsonParser parser) {
    switch (token) {
      case VALUE_STRING -> takeText(name, parser.getString());
      case VALUE_TRUE -> isError = isError || name.equals("is_error");
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> takeNumber(name, parser);
      case START_OBJECT -> takeObject(name, parser);
      case START_ARRAY -> parser.skipChildren();
      default -> {
        // false and null say nothing that is not so already.
      }
    }
  }

  private void takeText(String name, String value) {
    switch (name) {
      case "type" -> type = value;
      case "result" -> text = value;
      case "needs_input" -> question = value.isBlank() ? question : value;
      default -> {
        // The client tells much more.
      }
    }
  }

  private void takeNumber(String name, JsonParser parser) {
    if (name.equals("total_cost_usd")) {
      costUsd = decimal(parser.getString());
    }
  }

  private static @Nullable BigDecimal decimal(String number) {
    try {
      return new BigDecimal(number);
    } catch (NumberFormatException absurd) { // such as 1e9999999999
      return null;
    }
  }

  private void takeObject(String name, JsonParser parser) {
    if (!name.equals("usage") && !name.equals("structured_output")) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String inner = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.VALUE_NUMBER_INT && TOKENS.contains(inner)) {
        addTokens(parser);
      } else if (token == JsonToken.VALUE_STRING && inner.equals("needs_input")) {
        takeText(inner, parser.getString());
      } else {
        parser.skipChildren();
      }
    }
  }

  private void addTokens(JsonParser parser) {
    long before = tokens == null ? 0 : tokens;
    long more =
        parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? -1 : parser.getLongValue();
    boolean isCount = before >= 0 && more >= 0 && more <= Usage.MAX_TOKENS;
    tokens = isCount ? before + more : -1L; // which makes them unknown
  }
}
