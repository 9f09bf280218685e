package dev.engine.wire;

import dev.engine.domain.contact.Doubles;
import java.util.List;

/** Contacts that seem to be one person, on the wire. */
public record DoublesJson(@Description("two or more, by name") List<ContactJson> contacts) {

  public static DoublesJson of(Doubles doubles) {
    return new DoublesJson(doubles.contacts().stream().map(ContactJson::of).toList());
  }
}
