package dev.engine.http;

import dev.engine.domain.request.InMemoryIdempotentRequests;
import dev.engine.domain.testing.InMemoryStorage;
import dev.engine.domain.worker.WorkerExamples;
import dev.engine.http.metrics.Metrics;
import dev.engine.services.Engine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A door over fakes, on a free port, and what a test may turn about it. */
final class House implements AutoCloseable {

  static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  static final String TOKEN = "a-token-that-only-the-tests-know-0123456789";

  /** One hook that was heard: its event and its payload as text. */
  record Heard(String event, String payload, String eventId) {}

  final InMemoryStorage storage = new InMemoryStorage();
  final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  final AtomicReference<String> token = new AtomicReference<>(TOKEN);
  final AtomicReference<HookListener.Answer> hookAnswer =
      new AtomicReference<>(new HookListener.Answer(null, null));
  final AtomicReference<Runnable> readiness = new AtomicReference<>(() -> {});
  final List<Heard> heard = new CopyOnWriteArrayList<>();
  final Engine engine = new Engine(storage, now::get, new SplittableRandom(1));
  final HttpDoor door;

  private House(HttpLimits limits) {
    HttpSettings loopback = HttpSettings.loopback(0, new Token());
    HttpSettings settings =
        new HttpSettings(loopback.bind(), 0, loopback.hosts(), loopback.tokens(), limits);
    this.door = HttpDoor.open(settings, backend());
  }

  static House open() {
    return new House(HttpLimits.DEFAULT);
  }

  static House open(HttpLimits limits) {
    return new House(limits);
  }

  Backend backend() {
    InstantSource clock = now::get;
    return new Backend(
        engine,
        WorkerExamples.OUTPUTS,
        new InMemoryIdempotentRequests(),
        this::hear,
        () -> readiness.get().run(),
        new Metrics(),
        clock,
        new SplittableRandom(2));
  }

  Client client() {
    return new Client(door.address());
  }

  void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  int port() {
    return door.address().getPort();
  }

  @Override
  public void close() {
    door.close();
  }

  private HookListener.Answer hear(
      String event, byte[] payload, Function<String, @Nullable String> headers) {
    heard.add(
        new Heard(
            event,
            new String(payload, StandardCharsets.UTF_8),
            String.valueOf(headers.apply("X-Engine-Event-Id"))));
    return hookAnswer.get();
  }

  private final class Token implements TokenSource {

    @Override
    public String token() {
      return token.get();
    }

    @Override
    public Origin origin() {
      return Origin.DRAWN;
    }
  }
}
