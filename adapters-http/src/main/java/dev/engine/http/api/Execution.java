package dev.engine.http.api;

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
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries operations out, and adds what they have in common: repeatable requests and versions. */
public final class Execution {

  private final Bodies bodies;
  private final IdempotentRequests requests;
  private final InstantSource clock;

  /**
   * Carries operations out.
   *
   * @param requests remembers those that bear a key
   */
  public Execution(Bodies bodies, IdempotentRequests requests, InstantSource clock) {
    this.bodies = bodies;
    this.requests = requests;
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
    Call call = new Call(http, operation);
    switch (operation.work()) {
      case Work.Writes writes -> {
        http.contentType(writes.mediaType());
        writes.writer().accept(call);
      }
      case Work.Answers answers -> send(answered(operation, answers, call), http);
    }
  }

  private Reply answered(Operation operation, Work.Answers work, Call call) {
    byte[] body = body(work, call.http());
    Supplier<Reply> act = () -> work.act().reply(call, body);
    Supplier<Reply> guarded = work.tag() == null ? act : () -> ifMatching(work, call, act);
    RequestKey key =
        operation.parameters().contains(Parameter.IDEMPOTENCY_KEY)
            ? call.find(Parameter.IDEMPOTENCY_KEY)
            : null;
    if (key != null) {
      return once(key, call.http(), body, guarded);
    }
    return work.tag() == null ? act.get() : requests.inOneStep(guarded);
  }

  private byte[] body(Work work, Context http) {
    byte[] body = bodies.read(http.req());
    if (work.takes() == null && body.length > 0) {
      throw new InvalidInput("request body", "absent here", "%,d bytes".formatted(body.length));
    }
    return body;
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

  private static void send(Reply reply, Context http) {
    http.status(reply.status());
    header(http, Header.LOCATION, reply.location());
    header(http, Header.ETAG, reply.etag());
    if (isKnownAlready(reply, http)) {
      http.status(HttpStatus.NOT_MODIFIED);
    } else if (!reply.body().isEmpty()) {
      http.contentType("application/json").result(reply.body().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static boolean isKnownAlready(Reply reply, Context http) {
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
