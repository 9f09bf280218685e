package dev.engine.http.api;

import dev.engine.domain.request.Reply;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A reply as it goes over the wire. Nobody changes its bytes. */
final class Rendered {

  private final Reply reply;
  private final byte[] body;

  private Rendered(Reply reply, byte[] body) {
    this.reply = reply;
    this.body = body;
  }

  static Rendered of(Reply reply) {
    return new Rendered(reply, reply.body().getBytes(StandardCharsets.UTF_8));
  }

  int status() {
    return reply.status();
  }

  @Nullable String location() {
    return reply.location();
  }

  @Nullable String etag() {
    return reply.etag();
  }

  /** JSON in UTF-8, or empty. */
  byte[] body() {
    return body;
  }
}
