package dev.engine.http;

/** Where the bearer token comes from. */
public interface TokenSource {

  /** Who chose the token. */
  enum Origin {
    /** Engine drew it for the users of this machine. */
    DRAWN,
    /** The person gave it for this very engine. */
    GIVEN
  }

  /** The token as it is now, at least 22 characters. It is asked for at every request. */
  String token();

  /** Who chose it: beyond this machine, only one that was given is good enough. */
  Origin origin();
}
