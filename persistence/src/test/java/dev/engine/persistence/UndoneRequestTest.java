package dev.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Page;
import dev.engine.domain.Storage;
import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.ping.Ping;
import dev.engine.domain.ping.PingExamples;
import dev.engine.domain.ping.PingFilter;
import dev.engine.domain.request.Fingerprint;
import dev.engine.domain.request.Once;
import dev.engine.domain.request.Reply;
import dev.engine.domain.request.RequestKey;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A request that fails after it has written: the port's promise reaches as far as the rows of other
 * ports, which only one database can keep.
 */
final class UndoneRequestTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final RequestKey KEY = new RequestKey("deploy-1");
  private static final Fingerprint SEND = Fingerprint.of("POST", "/api/v1/pings", new byte[] {1});
  private static final Reply CREATED = new Reply(201, "/api/v1/pings/0000beef", null, "{}");

  @RegisterExtension private final StoreOnDisk stores = new StoreOnDisk();

  /** Which kind of store. */
  enum Kind {
    DIRECT,
    SERVING
  }

  @ParameterizedTest
  @EnumSource
  void whatAFailingRequestWroteIsUndoneAndARepeatIsCarriedOut(Kind kind) {
    Storage storage = open(kind);
    Supplier<Reply> failing =
        () -> {
          send(storage);
          assertThat(pings(storage)).hasSize(1);
          throw new Conflict("it failed after it had written");
        };

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> storage.idempotentRequests().once(KEY, SEND, NOON, failing));
    assertThat(pings(storage)).isEmpty();
    assertThat(storage.journal().head()).isZero();

    Once repeated = storage.idempotentRequests().once(KEY, SEND, NOON, () -> sent(storage));

    assertThat(repeated).isEqualTo(new Once.Done(CREATED));
    assertThat(pings(storage)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void whatAFailingStepWroteIsUndone(Kind kind) {
    Storage storage = open(kind);
    Supplier<Reply> failing =
        () -> {
          send(storage);
          throw new Conflict("it failed after it had written");
        };

    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(() -> storage.idempotentRequests().inOneStep(failing));

    assertThat(pings(storage)).isEmpty();
  }

  private Storage open(Kind kind) {
    return switch (kind) {
      case DIRECT -> stores.empty();
      case SERVING -> stores.serving(new SplittableRandom(7));
    };
  }

  private static Reply sent(Storage storage) {
    send(storage);
    return CREATED;
  }

  private static void send(Storage storage) {
    storage.pings().send(PingExamples.question("Deploy now?"), NOON);
  }

  private static List<Ping> pings(Storage storage) {
    return storage.pings().list(PingFilter.ALL, Page.FIRST).items();
  }
}
