package dev.engine.services.contact;

import dev.engine.domain.contact.Contact;
import java.io.Flushable;
import java.io.IOException;

/** Where exported contacts go. */
interface ContactSink extends Flushable {

  void write(Contact contact) throws IOException;
}
