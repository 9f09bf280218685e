package dev.engine.domain.serving;

import dev.engine.domain.session.ProcessIdentity;
import org.jspecify.annotations.Nullable;

/**
 * The engine that serves a database.
 *
 * @param endpoint where it listens; null while it is starting
 */
public record ServingEngine(ProcessIdentity process, @Nullable Endpoint endpoint) {

  /** Who it is, as it stands in a sentence: process, start, endpoint, each where it is known. */
  public String description() {
    String since = process.startedAt() == null ? "" : ", since " + process.startedAt();
    return "process %d%s, %s"
        .formatted(process.pid(), since, endpoint == null ? "still starting" : "on " + endpoint);
  }
}
