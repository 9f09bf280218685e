package dev.engine.mcp.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.engine.domain.ping.PingId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ResultShapeTest {

  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void whatMayBeAbsentIsNotRequiredAndRecordsStandInEachOther() {
    record Leaf(@Nullable Long event, boolean whole, Instant at) {}
    record Tree(PingId id, int count, List<Leaf> leaves, List<String> tags) {}

    JsonNode schema = JSON.valueToTree(ResultShape.of(Tree.class));

    assertThat(schema)
        .isEqualTo(
            JSON.readTree(
                """
                {"type":"object",
                 "properties":{
                   "id":{"type":"string"},
                   "count":{"type":"integer"},
                   "leaves":{"type":"array","items":{
                     "type":"object",
                     "properties":{
                       "event":{"type":"integer"},
                       "whole":{"type":"boolean"},
                       "at":{"type":"string"}},
                     "required":["whole","at"]}},
                   "tags":{"type":"array","items":{"type":"string"}}},
                 "required":["id","count","leaves","tags"]}
                """));
  }

  @Test
  void whatHasNoShapeIsRefused() {
    record Timed(Duration took) {}

    assertThatIllegalStateException()
        .isThrownBy(() -> ResultShape.of(Timed.class))
        .withMessage("no result looks like java.time.Duration");
  }
}
