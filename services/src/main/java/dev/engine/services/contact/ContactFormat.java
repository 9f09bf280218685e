package dev.engine.services.contact;

import dev.engine.domain.id.WireName;

/** In which form contacts are given to other programs. */
public enum ContactFormat implements WireName {
  /** vCard 3.0, the version that phones and mail programs agree on. */
  VCARD("vcard"),
  /** A table with a header line, for spreadsheets. */
  CSV("csv");

  private final String wireName;

  ContactFormat(String wireName) {
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
