package dev.engine.persistence;

import java.io.Reader;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Shows Flyway the migrations that it may know of, and no others. */
record FlywayScripts(List<MigrationScript> offered) implements ResourceProvider {

  /** Asked for the settings that may stand beside a script: ours have none. */
  @Override
  public @Nullable LoadableResource getResource(String name) {
    return null;
  }

  /** Asked for repeatable scripts and baselines too, by their prefixes: ours begin with a digit. */
  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return prefix.isEmpty() && List.of(suffixes).contains(".sql")
        ? offered.stream().<LoadableResource>map(Script::new).toList()
        : List.of();
  }

  private static final class Script extends LoadableResource {

    private final MigrationScript script;

    Script(MigrationScript script) {
      this.script = script;
    }

    @Override
    public Reader read() {
      return new StringReader(script.sql());
    }

    @Override
    public String getAbsolutePath() {
      return script.fileName();
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return script.fileName();
    }

    @Override
    public String getFilename() {
      return script.fileName();
    }

    @Override
    public String getRelativePath() {
      return script.fileName();
    }
  }
}
