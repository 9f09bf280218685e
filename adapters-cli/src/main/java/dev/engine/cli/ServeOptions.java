package dev.engine.cli;

import dev.engine.domain.install.HomeFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said of an engine that is to run in this process. */
final class ServeOptions {

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Listen on this port, instead of the one of the settings or of this home.")
  private @Nullable Integer port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = {
        "Listen on this address instead of 127.0.0.1. One that other machines can reach needs"
            + " --token-file too."
      })
  private @Nullable String bind;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Use the token in this file, which only you may be able to read.")
  private @Nullable Path tokenFile;

  /** Serves {@code home} with what was said, in this process, until it is asked to end. */
  void serve(Context context, HomeFolder home) {
    Path file = tokenFile == null ? null : context.path(tokenFile);
    context
        .program()
        .serve(home)
        .serve(new ServeRun.Options(port, bind, file), listening -> tell(context, home, listening));
  }

  private static void tell(Context context, HomeFolder home, ServeRun.Listening listening) {
    Output output = context.output();
    output.line(
        "Engine serves %s on %s; to open it: engine dashboard --project %s"
            .formatted(home.project(), listening.endpoint().uri(), home.project()));
    if (listening.note() != null) {
      output.line(Cell.of("Note: " + listening.note() + ".", Tone.WARN));
    }
    output.terminal().out().flush(); // nobody else does, for as long as it runs
  }
}
