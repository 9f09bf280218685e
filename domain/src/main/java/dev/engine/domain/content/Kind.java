package dev.engine.domain.content;

import dev.engine.domain.id.WireName;

/** What a staged item is, and so how it is shown. */
public enum Kind implements WireName {
  /** A text in Markdown. */
  MARKDOWN("markdown"),

  /** An address on the web, http or https. */
  LINK("link"),

  /** The text of a file, shown as it is. */
  FILE("file"),

  /** A JSON document. */
  JSON("json");

  private final String wireName;

  Kind(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  @Override
  public String toString() {
    return wireName;
  }
}
