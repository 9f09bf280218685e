package dev.engine.cli;

/** Says what to do where work would wait for ever. */
final class EngineHint {

  private EngineHint() {}

  /** Tells the person, beside the output, if no engine would begin what waits. */
  static void show(Context context) {
    if (context.program().serving().find(context.home()).isEmpty()) {
      context.output().aside("No engine serves this project, so nothing begins it: `engine up`.");
    }
  }
}
