package dev.engine.http.api;

import dev.engine.domain.Changes;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.request.Fingerprint;
import dev.engine.domain.request.IdempotentRequests;
import dev.engine.domain.request.Once;
import dev.engine.domain.request.Reply;
import dev.engine.domain.request.RequestKey;
import dev.engine.http.problem.Refusal;
import dev.engine.http.problem.Trouble;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries operations out, and adds what they have in common: repeatable requests, versions, and
 * answers that are kept.
 */
public final class Execution {

  private final Bodies bodies;
  private final IdempotentRequests requests;
  private final KeptReplies kept;
  private final InstantSource clock;

  /**
   * Carries operations out.
   *
   * @param requests remembers those that bear a key
   * @param changes of the store that all operations work on
   */
  public Execution(
      Bodies bodies, IdempotentRequests requests, Changes changes, InstantSource clock) {
    this.bodies = bodies;
    this.requests = requests;
    this.kept = new KeptReplies(changes);
    this.clock = clock;
  }

  /** {@code operation} for Javalin's router, with itself as metadata. */
  public Endpoint endpoint(Operation operation) {
    return Endpoint.create(operation.method(), operation.path())
        .addMetadata(operation)
        .handler(http -> carryOut(operation, http));
  }

  private void carryOut(Operation operation, Context http) {
    http.res().setContentType(null); // Javalin has one for answers that have none
    Work.Writes stream = operation.work().stream();
    if (stream != null && accepts(stream.mediaType(), http)) {
      write(stream, new Call(http, operation));
      return;
    }
    switch (operation.work()) {
      case Work.Writes writes -> write(writes, new Call(http, operation));
      case Work.Answers answers ->
          send(
              answers.isKept()
                  ? kept(operation, answers, http)
                  : answered(operation, answers, http),
              http);
    }
  }

  private Rendered kept(Operation operation, Work.Answers work, Context http) {
    byte[] body = body(work, http);
    String asked = http.req().getRequestURI() + "?" + http.queryString();
    return kept.reply(asked, () -> Rendered.of(work.act().reply(new Call(http, operation), body)));
  }

  private static void write(Work.Writes writes, Call call) {
    call.http().contentType(writes.mediaType());
    writes.writer().accept(call);
  }

  private static boolean accepts(String mediaType, Context http) {
    String accepted = http.header(Header.ACCEPT);
    return accepted != null && accepted.contains(mediaType);
  }

  private Rendered answered(Operation operation, Work.Answers work, Context http) {
    return Rendered.of(reply(operation, work, new Call(http, operation)));
  }

  private Reply reply(Operation operation, Work.Answers work, Call call) {
    byte[] body = body(work, call.http());
    Supplier<Reply> act = () -> work.act().reply(call, body);
    Supplier<Reply> guarded = work.tag() == null ? act : () -> ifMatching(work, call, act);
    RequestKey key = key(operation, call);
    if (key != null) {
      return once(key, call.http(), body, guarded);
    }
    return work.tag() == null ? act.get() : requests.inOneStep(guarded);
  }

  private byte[] body(Work work, Context http) {
    byte[] body = bodies.read(http.req());
    if (body.length > 0) {
      requireTaken(work.takes(), http, body.length);
    }
    return body;
  }

  private static void requireTaken(@Nullable Content takes, Context http, int length) {
    if (takes == null) {
      throw new InvalidInput("request body", "absent here", "%,d bytes".formatted(length));
    }
    if (!takes.mediaTypes().contains(mediaType(http))) {
      String known = String.join(" or ", takes.mediaTypes());
      throw new Refusal(Trouble.OTHER_TYPE, "Content-Type must be %s here".formatted(known));
    }
  }

  private static String mediaType(Context http) {
    String header = http.contentType();
    return header == null ? "" : Content.mediaType(header);
  }

  /** Who relies on a key must not be let down in silence. */
  private static @Nullable RequestKey key(Operation operation, Call call) {
    if (operation.parameters().contains(Parameter.IDEMPOTENCY_KEY)) {
      return call.find(Parameter.IDEMPOTENCY_KEY);
    }
    String given = call.http().header(Parameter.IDEMPOTENCY_KEY.name());
    if (given != null && operation.method().equals(HandlerType.POST)) {
      throw new InvalidInput(Parameter.IDEMPOTENCY_KEY.name(), "absent here", given);
    }
    return null;
  }

  private Reply once(RequestKey key, Context http, byte[] body, Supplier<Reply> act) {
    String query = http.queryString() == null ? "" : "?" + http.queryString();
    Fingerprint fingerprint = Fingerprint.of(http.method().name(), http.path() + query, body);
    return switch (requests.once(key, fingerprint, clock.instant(), act)) {
      case Once.Done done -> done.reply();
      case Once.DoneBefore before -> before.reply();
      case Once.OtherRequest other ->
          throw new Refusal(
              Trouble.KEY_REUSED,
              "the Idempotency-Key %s was used for another request".formatted(key));
    };
  }

  private static Reply ifMatching(Work.Answers work, Call call, Supplier<Reply> act) {
    String named = call.find(Parameter.IF_MATCH);
    if (named == null) {
      throw new Refusal(
          Trouble.MATCH_REQUIRED, "If-Match must name the ETag of what is to be changed");
    }
    if (work.tag() != null && !Tags.name(named, work.tag().apply(call))) {
      throw new Refusal(
          Trouble.CHANGED_MEANWHILE,
          "it was changed since you read it; read it again and decide anew");
    }
    return act.get();
  }

  private static void send(Rendered reply, Context http) {
    http.status(reply.status());
    header(http, Header.LOCATION, reply.location());
    header(http, Header.ETAG, reply.etag());
    if (isKnownAlready(reply, http)) {
      http.status(HttpStatus.NOT_MODIFIED);
    } else if (reply.body().length > 0) {
      http.res().setContentLength(reply.body().length); // else it is sent in chunks
      http.contentType("application/json").result(reply.body());
    }
  }

  private static boolean isKnownAlready(Rendered reply, Context http) {
    String known = http.header(Header.IF_NONE_MATCH);
    return http.method().equals(HandlerType.GET)
        && reply.etag() != null
        && known != null
        && Tags.name(known, reply.etag());
  }

  private static void header(Context http, String name, @Nullable String value) {
    if (value != null) {
      http.header(name, value);
    }
  }
}
