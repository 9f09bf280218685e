package dev.engine.cli;

/** What a command ends with, beside 0; {@code docs/ERRORS.md} lists them. */
public final class ExitCodes {

  /** What was waited for has come to nothing. */
  static final int FAILED = 1;

  static final int USAGE = 2;
  static final int NOT_FOUND = 3;
  static final int CONFLICT = 4;

  /** A file, or the output, cannot be read or written. */
  public static final int STORAGE = 5;

  static final int SERVING = 6;
  static final int UNAVAILABLE = 7;

  /** EX_SOFTWARE of sysexits.h. */
  static final int BUG = 70;

  /** Ended by Ctrl-C, as shells have it: 128 and the number of SIGINT. */
  public static final int INTERRUPTED = 130;

  private ExitCodes() {}
}
