package dev.engine.cli;

import dev.engine.domain.contact.Doubles;
import java.util.List;

/**
 * Contacts that seem to be one person, on the wire.
 *
 * @param contacts two or more, in name order
 */
record DoublesJson(List<ContactJson> contacts) {

  static DoublesJson of(Doubles doubles) {
    return new DoublesJson(doubles.contacts().stream().map(ContactJson::of).toList());
  }
}
