package dev.engine.cli;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.engine.wire.WireModule;
import java.util.function.UnaryOperator;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is shown, as JSON; absent rather than null. Commands without --json do not load it. */
final class JsonText {

  private static final JsonMapper LINES =
      JsonMapper.builder()
          .addModule(new WireModule(UnaryOperator.identity()))
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
          .build();

  private static final JsonMapper TEXTS =
      LINES.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonText() {}

  /** {@code value} in a form that a person can read, too. */
  static String of(Object value) {
    return TEXTS.writeValueAsString(value);
  }

  /** {@code value} in one line. */
  static String lineOf(Object value) {
    return LINES.writeValueAsString(value);
  }
}
