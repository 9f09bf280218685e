package dev.engine.http.problem;

import java.util.Arrays;
import java.util.Optional;

/**
 * What only a request over HTTP can have wrong, each with its status and its stable code. What the
 * domain refuses has a code of its own, see {@link Problem#of}.
 */
public enum Trouble {
  UNAUTHORIZED(401, "ENG-1101", "Unauthorized"),
  FOREIGN_ORIGIN(403, "ENG-1102", "Foreign origin"),
  UNKNOWN_PATH(404, "ENG-1103", "Unknown path"),
  METHOD_NOT_ALLOWED(405, "ENG-1104", "Method not allowed"),
  TOO_SLOW(408, "ENG-1105", "Request timeout"),
  CHANGED_MEANWHILE(412, "ENG-1106", "Changed meanwhile"),
  BODY_TOO_LARGE(413, "ENG-1107", "Body too large"),
  PATH_TOO_LONG(414, "ENG-1108", "Path too long"),
  OTHER_TYPE(415, "ENG-1109", "Other media type"),
  FOREIGN_HOST(421, "ENG-1110", "Foreign host"),
  KEY_REUSED(422, "ENG-1111", "Idempotency key reused"),
  MATCH_REQUIRED(428, "ENG-1112", "If-Match required"),
  HEADERS_TOO_LARGE(431, "ENG-1113", "Headers too large"),
  MALFORMED(400, "ENG-1114", "Malformed request"),
  CROWDED(503, "ENG-1115", "Too many requests at once"),
  NO_SUCH_RANGE(416, "ENG-1116", "Range not satisfiable");

  private final int status;
  private final String code;
  private final String title;

  Trouble(int status, String code, String title) {
    this.status = status;
    this.code = code;
    this.title = title;
  }

  /** The HTTP status, 400 to 599. */
  public int status() {
    return status;
  }

  /** The stable code, such as {@code ENG-1101}. */
  public String code() {
    return code;
  }

  /** Two or three words. */
  public String title() {
    return title;
  }

  /** The trouble that {@code status} stands for, if it is one of these. */
  public static Optional<Trouble> ofStatus(int status) {
    return Arrays.stream(values()).filter(trouble -> trouble.status == status).findFirst();
  }
}
