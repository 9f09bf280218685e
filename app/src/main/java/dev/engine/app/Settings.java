package dev.engine.app;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.install.HomeFolder;
import dev.engine.services.PhoneRegion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * What can be set in {@code engine.toml} or, which wins, by an environment variable. Every setting
 * has a default, and the file is read only when somebody asks for one.
 */
final class Settings {

  private final HomeFolder home;
  private final Map<String, String> environment;

  Settings(HomeFolder home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  /**
   * {@code timezone} or {@code ENGINE_TIMEZONE}: the zone in which a day begins, by default that of
   * this machine.
   *
   * @throws InvalidInput if it names no zone, or the file is not TOML
   */
  ZoneId timezone() {
    return text("ENGINE_TIMEZONE", "/timezone")
        .map(Settings::zone)
        .orElseGet(ZoneId::systemDefault);
  }

  /**
   * {@code contacts.region} or {@code ENGINE_PHONE_REGION}: the country of telephone numbers that
   * do not say theirs, by default none.
   *
   * @throws InvalidInput if it is not two capitals, or the file is not TOML
   */
  PhoneRegion phoneRegion() {
    return text("ENGINE_PHONE_REGION", "/contacts/region")
        .map(PhoneRegion::new)
        .orElse(PhoneRegion.NONE);
  }

  /**
   * @param pointer where it is in the file, as a JSON pointer
   */
  private Optional<String> text(String variable, String pointer) {
    String set = environment.get(variable);
    return set != null && !set.isEmpty()
        ? Optional.of(set)
        : Optional.ofNullable(fromFile(pointer));
  }

  private @Nullable String fromFile(String pointer) {
    Path file = home.settings();
    if (!Files.exists(file)) {
      return null;
    }
    try {
      JsonNode value = new TomlMapper().readTree(file.toFile()).at(pointer);
      return value.isMissingNode() ? null : value.asString();
    } catch (JacksonException broken) {
      throw new InvalidInput(
          "settings file " + file, "TOML", String.valueOf(broken.getOriginalMessage()));
    }
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new InvalidInput("timezone", "an IANA zone such as Europe/Berlin", name);
    }
  }
}
