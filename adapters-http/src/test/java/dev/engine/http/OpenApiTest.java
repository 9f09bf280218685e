package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.engine.domain.request.InMemoryIdempotentRequests;
import dev.engine.http.api.Bodies;
import dev.engine.http.api.Execution;
import dev.engine.http.api.Operation;
import dev.engine.http.metrics.Metrics;
import dev.engine.http.openapi.OpenApiDocument;
import dev.engine.http.page.Browsers;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document and Javalin's own router know the same operations. */
final class OpenApiTest {

  private static final String OPEN_API_SCHEMA = "/openapi/oas-3.1-schema-2026-08-03.json";

  private final House house = House.open();
  private final Client client = house.client();

  /** Another site over the same backend registers its own measurements. */
  @BeforeEach
  void forgetMetrics() {
    house.metrics = new Metrics();
  }

  @AfterEach
  void closeHouse() {
    client.close();
    house.close();
  }

  @Test
  void theDocumentAndTheRouterNameTheSameOperations() {
    Site site =
        Site.of(
            HttpLimits.DEFAULT,
            house.backend(),
            Browsers.none(house.backend().clock(), house.backend().random()),
            house.port());

    SortedSet<String> routed = routed(site.javalin());

    assertThat(routed).isEqualTo(Contract.of(client).operations()).isNotEmpty();
  }

  @Test
  void aRouteThatIsAddedAsideIsNotInTheDocument() {
    Backend backend = house.backend();
    List<Operation> documented = List.of(aText("/a"));
    List<Operation> routed = List.of(aText("/a"), aText("/aside"));
    Bodies bodies = new Bodies(1, Duration.ofSeconds(1), backend.clock());
    Execution execution =
        new Execution(
            bodies, new InMemoryIdempotentRequests(), house.storage.changes(), backend.clock());
    Site site = Site.of(routed, execution, backend);

    Contract contract = new Contract(new JsonMapper().readTree(OpenApiDocument.of(documented)));

    assertThat(routed(site.javalin())).isNotEqualTo(contract.operations());
  }

  @Test
  void everyOperationHasAnIdOfItsOwn() {
    List<String> ids =
        Contract.of(client)
            .document()
            .get("paths")
            .valueStream()
            .flatMap(path -> path.valueStream())
            .map(operation -> operation.get("operationId").stringValue())
            .toList();

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][a-zA-Z]+"));
  }

  @Test
  void theDocumentIsWhatOpenApiSaysADocumentIs() {
    JsonNode document = Contract.of(client).document();

    assertThat(openApi().validate(document)).isEmpty();
  }

  @Test
  void everySchemaInItIsOne() {
    JsonNode schemas = Contract.of(client).document().get("components").get("schemas");

    assertThat(schemas.valueStream()).isNotEmpty().allSatisfy(OpenApiTest::isSchema);
  }

  @Test
  void aDocumentWithAnUnknownFieldOrWithoutAPathsParameterIsNone() {
    ObjectNode unknown = (ObjectNode) Contract.of(client).document();
    unknown.put("colour", "red");
    ObjectNode untold = (ObjectNode) Contract.of(client).document();
    ((ObjectNode) untold.get("paths").get("/api/v1/pings/{id}").get("get"))
        .putArray("parameters")
        .addObject()
        .put("name", "id");

    assertThat(openApi().validate(unknown)).isNotEmpty();
    assertThat(openApi().validate(untold)).isNotEmpty();
  }

  private static Schema openApi() {
    try (InputStream json = OpenApiTest.class.getResourceAsStream(OPEN_API_SCHEMA)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new JsonMapper().readTree(json));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void isSchema(JsonNode schema) {
    SchemaLocation jsonSchema = SchemaLocation.of("https://json-schema.org/draft/2020-12/schema");
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(jsonSchema)
                .validate(schema))
        .isEmpty();
  }

  private static Operation aText(String path) {
    return Operation.get(path, "show", "A text.").writes("text/plain", call -> {});
  }

  private static SortedSet<String> routed(Javalin javalin) {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(parsed -> parsed.endpoint)
        .map(endpoint -> endpoint.method + " " + endpoint.path)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
