package dev.engine.app;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.worker.Primitive;
import dev.engine.services.worker.CommandTemplate;
import dev.engine.services.worker.WorkerProfile;
import dev.engine.services.worker.WorkerProfiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of {@code engine.toml} that says how workers are run. It is read as a whole, so that a
 * mistake is told at the start and not when a worker meets it; and an unknown key is a mistake.
 */
final class WorkerSettings {

  private static final int USUAL_PARALLEL = 4;
  private static final int MOST_PARALLEL = 1_000;

  /** 30 days. */
  private static final int MOST_SECONDS = 30 * 24 * 3_600;

  private static final String DEFAULT = "default";

  private final JsonNode workers;

  /**
   * @param workers the table; missing if there is none
   */
  WorkerSettings(JsonNode workers) {
    this.workers = workers;
  }

  /**
   * What it says.
   *
   * @param maxParallel what is set in place of that key; null if nothing
   * @param timeoutSeconds likewise
   */
  WorkerProfiles profiles(@Nullable String maxParallel, @Nullable String timeoutSeconds) {
    Table table =
        new Table("workers", workers)
            .with("max_parallel", maxParallel)
            .with("timeout_seconds", timeoutSeconds);
    table.requireOnly("max_parallel", "timeout_seconds", "profiles");
    int most = table.number("max_parallel", 0, MOST_PARALLEL, USUAL_PARALLEL);
    @Nullable Duration timeout = table.seconds("timeout_seconds", null);
    Table profiles = table.table("profiles");
    WorkerProfile usual = profile(profiles.table(DEFAULT), WorkerProfile.claude(most, timeout));
    Map<Primitive, WorkerProfile> own = new HashMap<>();
    for (String name : profiles.names()) {
      if (!name.equals(DEFAULT)) {
        own.put(primitive(name), profile(profiles.table(name), usual));
      }
    }
    return new WorkerProfiles(most, own, usual);
  }

  private static Primitive primitive(String name) {
    try {
      return new Primitive(name);
    } catch (InvalidInput senseless) {
      throw new InvalidInput("key in workers.profiles", "default or the name of a primitive", name);
    }
  }

  /** One profile, in which what it does not say is as in {@code usual}. */
  private static WorkerProfile profile(Table table, WorkerProfile usual) {
    table.requireOnly("command", "resume_command", "parallel", "timeout_seconds", "env");
    CommandTemplate command = table.command("command", usual.command());
    boolean isOther = !command.equals(usual.command());
    return new WorkerProfile(
        command,
        table.command("resume_command", isOther ? command : usual.resumeCommand()),
        table.number("parallel", 0, MOST_PARALLEL, usual.parallel()),
        table.seconds("timeout_seconds", usual.timeout()),
        table.variables("env", usual.variables()));
  }

  /**
   * A table of the file, and where it stands.
   *
   * @param key such as {@code workers.profiles}
   */
  private record Table(String key, JsonNode node) {

    private Table {
      if (!node.isMissingNode() && !node.isObject()) {
        throw new InvalidInput(key, "a table", node.toString());
      }
    }

    /** With {@code value} in the place of what is under {@code name}; as it is for null. */
    Table with(String name, @Nullable String value) {
      if (value == null) {
        return this;
      }
      ObjectNode changed = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(member -> changed.set(member.getKey(), member.getValue()));
      return new Table(key, changed.put(name, value));
    }

    List<String> names() {
      return List.copyOf(node.propertyNames());
    }

    Table table(String name) {
      return new Table(key + "." + name, node.path(name));
    }

    void requireOnly(String... known) {
      for (String name : names()) {
        if (!List.of(known).contains(name)) {
          throw new InvalidInput("key in " + key, "one of " + String.join(", ", known), name);
        }
      }
    }

    int number(String name, int least, int most, int usual) {
      JsonNode value = node.path(name);
      return value.isMissingNode() ? usual : number(name, value, least, most);
    }

    int number(String name, JsonNode value, int least, int most) {
      String text = value.isContainer() ? value.toString() : value.asString();
      if (!text.matches("[0-9]{1,7}")
          || Integer.parseInt(text) > most
          || Integer.parseInt(text) < least) {
        throw new InvalidInput(
            key + "." + name, "a number from %,d to %,d".formatted(least, most), text);
      }
      return Integer.parseInt(text);
    }

    @Nullable Duration seconds(String name, @Nullable Duration usual) {
      JsonNode value = node.path(name);
      return value.isMissingNode()
          ? usual
          : Duration.ofSeconds(number(name, value, 1, MOST_SECONDS));
    }

    CommandTemplate command(String name, CommandTemplate usual) {
      JsonNode value = node.path(name);
      return value.isMissingNode()
          ? usual
          : CommandTemplate.checked(key + "." + name, texts(name, value));
    }

    Set<String> variables(String name, Set<String> usual) {
      JsonNode value = node.path(name);
      if (value.isMissingNode()) {
        return usual;
      }
      Set<String> names = new HashSet<>(texts(name, value));
      for (String each : names) {
        if (!each.matches("[A-Za-z_][A-Za-z0-9_]*")) {
          throw new InvalidInput(
              key + "." + name,
              "names of variables, never their values",
              each.replaceFirst("=.*", "=..."));
        }
      }
      return names;
    }

    private List<String> texts(String name, JsonNode value) {
      List<String> texts = new ArrayList<>();
      for (JsonNode each : value) {
        texts.add(each.isString() ? each.asString() : "");
      }
      boolean isOfTexts = value.isArray() && value.valueStream().allMatch(JsonNode::isString);
      if (!isOfTexts) {
        throw new InvalidInput(key + "." + name, "a list of texts", value.toString());
      }
      return texts;
    }
  }
}
