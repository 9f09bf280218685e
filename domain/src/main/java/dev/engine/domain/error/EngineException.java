package dev.engine.domain.error;

/**
 * A failure that a caller cannot be expected to recover from in line.
 *
 * <p>Closed on purpose: an edge that tells failures apart, as exit codes do, does so in one
 * exhaustive {@code switch} over the subtypes, so a new kind of failure does not compile until
 * every edge has an answer for it. {@link #code()} is stable and listed in {@code docs/ERRORS.md}.
 */
public abstract sealed class EngineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  private EngineException(String code, String message) {
    super(message);
    this.code = code;
  }

  private EngineException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** The stable code, such as {@code ENG-1001}. */
  public final String code() {
    return code;
  }

  /** A value outside its documented shape. */
  public static final class InvalidInput extends EngineException {
    private static final long serialVersionUID = 1L;

    /** So that a hostile or accidental megabyte does not end up in a terminal or a log. */
    private static final int SHOWN_LENGTH = 80;

    /**
     * @param what the thing that was given, such as {@code session id}
     * @param shape what it must be, such as {@code 8 lower-case hex digits}
     * @param got the value as given; shown without control characters and cut at 80 characters
     */
    public InvalidInput(String what, String shape, String got) {
      super("ENG-1001", "%s must be %s, got \"%s\"".formatted(what, shape, shown(got)));
    }

    private static String shown(String got) {
      String plain = got.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "?");
      return plain.length() <= SHOWN_LENGTH ? plain : plain.substring(0, SHOWN_LENGTH) + "...";
    }
  }

  /** The named thing does not exist. */
  public static final class NotFound extends EngineException {
    private static final long serialVersionUID = 1L;

    /** Says {@code no <what> <id>}. */
    public NotFound(String what, Object id) {
      super("ENG-1002", "no %s %s".formatted(what, id));
    }
  }

  /** The store already holds something that rules this out. */
  public static final class Conflict extends EngineException {
    private static final long serialVersionUID = 1L;

    public Conflict(String message) {
      super("ENG-1003", message);
    }
  }

  /** The store could not be reached or stayed locked past its time limit; trying again may work. */
  public static final class StorageUnavailable extends EngineException {
    private static final long serialVersionUID = 1L;

    public StorageUnavailable(String message) {
      super("ENG-2001", message);
    }

    public StorageUnavailable(String message, Throwable cause) {
      super("ENG-2001", message, cause);
    }
  }

  /**
   * The file is there and cannot be used as it is: it is not an Engine database, damaged, or made
   * by another version. Trying again will not help; the message says what will.
   */
  public static final class StorageRefused extends EngineException {
    private static final long serialVersionUID = 1L;

    public StorageRefused(String message) {
      super("ENG-2002", message);
    }

    public StorageRefused(String message, Throwable cause) {
      super("ENG-2002", message, cause);
    }
  }

  /** An engine serves this database already, and one is all that can. */
  public static final class AlreadyServing extends EngineException {
    private static final long serialVersionUID = 1L;

    /**
     * @param who the engine that does, such as {@code process 4242, on 127.0.0.1:43117}
     */
    public AlreadyServing(String who) {
      super("ENG-3001", "an engine serves this database already: " + who);
    }
  }

  /** The running engine does not answer, or does not start or stop in time. */
  public static final class EngineUnavailable extends EngineException {
    private static final long serialVersionUID = 1L;

    public EngineUnavailable(String message) {
      super("ENG-3002", message);
    }

    public EngineUnavailable(String message, Throwable cause) {
      super("ENG-3002", message, cause);
    }
  }
}
