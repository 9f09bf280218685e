package dev.engine.domain.content;

import dev.engine.domain.TextLength;
import dev.engine.domain.TextLine;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * What is to be laid out for the person.
 *
 * @param title one line of 1 to 200 characters
 * @param body at most 1,000,000 characters: an http or https address if it is a link, one document
 *     if it is JSON, any text otherwise
 */
public record Exhibit(Kind kind, String title, String body) {

  private static final int MAX_BODY = 1_000_000;
  private static final int MAX_TITLE = 200;
  private static final Set<String> WEB = Set.of("http", "https");

  /**
   * @throws InvalidInput if the title or the body is not as described
   */
  public Exhibit {
    TextLine.checked("title", title, MAX_TITLE);
    TextLength.checked("body", body, 0, MAX_BODY);
    switch (kind) {
      case LINK -> requireWebAddress(body);
      case JSON -> requireJson(body);
      case MARKDOWN, FILE -> {}
    }
  }

  private static void requireWebAddress(String body) {
    if (!isWebAddress(body)) {
      throw new InvalidInput("link", "an absolute http or https address", body);
    }
  }

  private static boolean isWebAddress(String body) {
    try {
      URI address = new URI(body);
      String scheme = address.getScheme();
      return scheme != null
          && WEB.contains(scheme.toLowerCase(Locale.ROOT))
          && address.getHost() != null;
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }

  private static void requireJson(String body) {
    if (!JsonSyntax.isDocument(body)) {
      throw new InvalidInput("body", "a JSON document", body);
    }
  }
}
