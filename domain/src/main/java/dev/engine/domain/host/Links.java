package dev.engine.domain.host;

import java.net.URI;

/** What shows a page to the person. */
public interface Links {

  /** Opens {@code link} in the person's browser, as far as there is one. */
  Opening open(URI link);

  /** What became of opening a link. */
  enum Opening {
    OPENED,
    /** Nothing here can show it. */
    NO_BROWSER
  }
}
