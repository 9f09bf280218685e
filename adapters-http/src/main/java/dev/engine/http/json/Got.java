package dev.engine.http.json;

import dev.engine.domain.error.EngineException.InvalidInput;
import tools.jackson.databind.JsonNode;

/** What stands in the place of a value of the right shape, in a reader's words. */
final class Got {

  private Got() {}

  /** Says that {@code where} must be {@code shape} and is {@code json}. */
  static InvalidInput insteadOf(String shape, String where, JsonNode json) {
    return new InvalidInput(where, shape, shown(json));
  }

  private static String shown(JsonNode json) {
    return switch (json.getNodeType()) {
      case ARRAY -> "an array";
      case OBJECT, POJO -> "an object";
      case STRING -> json.stringValue();
      case NULL -> "null";
      case BINARY, BOOLEAN, MISSING, NUMBER -> json.toString();
    };
  }
}
