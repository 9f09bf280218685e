package dev.engine.mcp.tool;

/** A call that this door turns away, with a sentence that a model can act on. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why a call is turned away. */
  public enum Reason {
    UNKNOWN_TOOL("ENG-1201"),
    UNKNOWN_CALLER("ENG-1202"),
    NOT_A_WORKERS("ENG-1203"),
    OTHER_CALL("ENG-1204");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** The stable code, listed in {@code docs/ERRORS.md}. */
    public String code() {
      return code;
    }
  }

  public Refusal(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
