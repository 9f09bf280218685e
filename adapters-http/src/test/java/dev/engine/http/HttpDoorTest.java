package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.http.Client.Answer;
import dev.engine.http.TokenSource.Origin;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HttpDoorTest {

  @Test
  void itListensOnThisMachineOnly() {
    try (House house = House.open()) {
      assertThat(house.door.address().getAddress().isLoopbackAddress()).isTrue();
      assertThat(house.port()).isPositive();
    }
  }

  @Test
  void otherMachinesNeedATokenThatWasGiven() {
    InetAddress any = InetAddress.ofLiteral("0.0.0.0");

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> settings(any, Origin.DRAWN))
        .withMessageContaining("unless a token is given");
    assertThat(settings(any, Origin.GIVEN).bind()).isEqualTo(any);
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    try (House house = House.open()) {
      HttpSettings same = house.settings(house.port(), HttpLimits.DEFAULT);

      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> HttpDoor.open(same, house.backend()));
    }
  }

  @Test
  void whatIsBeingCarriedOutComesToItsEndBeforeTheDoorIsClosed() throws Exception {
    House house = House.open();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    house.readiness.set(
        () -> {
          begun.countDown();
          await(mayEnd);
        });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Client client = house.client()) {
      CompletableFuture<Answer> answer =
          CompletableFuture.supplyAsync(() -> client.send("GET", "/readyz"), threads);
      begun.await();

      CompletableFuture<Void> closed = CompletableFuture.runAsync(house::close, threads);
      refusesConnections(house);
      mayEnd.countDown();

      assertThat(answer.get().status()).isEqualTo(200);
      closed.get();
    }
  }

  @Test
  void whatDoesNotComeToItsEndIsCutOff() {
    HttpLimits impatient =
        new HttpLimits(
            1 << 20,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            512,
            1_024,
            Duration.ofMillis(1));
    House house = House.open(impatient);
    CountDownLatch begun = new CountDownLatch(1);
    house.readiness.set(
        () -> {
          begun.countDown();
          await(new CountDownLatch(1));
        });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Integer> answer =
          CompletableFuture.supplyAsync(() -> ready(house), threads);
      await(begun);

      house.close();

      assertThatExceptionOfType(CompletionException.class).isThrownBy(answer::join);
    }
  }

  @Test
  void manyAreAnsweredAtOnce() {
    try (House house = House.open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch all = new CountDownLatch(64);
      house.readiness.set(
          () -> {
            all.countDown();
            await(all);
          });

      List<CompletableFuture<Integer>> answers =
          IntStream.range(0, 64)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> ready(house), threads))
              .toList();

      assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(200);
    }
  }

  @Test
  void whatIsTooMuchAtOnceIsPutOff() throws Exception {
    HttpLimits narrow =
        new HttpLimits(
            1 << 20,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            1,
            1_024,
            Duration.ofSeconds(5));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    try (House house = House.open(narrow);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Client second = house.client()) {
      house.readiness.set(
          () -> {
            begun.countDown();
            await(mayEnd);
          });
      CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> ready(house), threads);
      begun.await();

      Answer refused = second.send("GET", "/api/v1/pings");

      mayEnd.countDown();
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).contains("1");
      assertThat(refused.body()).contains("ENG-1115");
      assertThat(first.join()).isEqualTo(200);
    }
  }

  @Test
  void headersThatNeverEndAreCutOff() {
    HttpLimits impatient =
        new HttpLimits(
            1 << 20,
            Duration.ofMillis(1),
            Duration.ofSeconds(30),
            512,
            1_024,
            Duration.ofSeconds(5));
    try (House house = House.open(impatient);
        Client client = house.client()) {
      client.write("GET /healthz HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));

      assertThat(isCutWhileDripping(client)).isTrue();
    }
  }

  /** Bounded well below the size at which headers are too large. */
  private static boolean isCutWhileDripping(Client client) {
    for (int i = 0; i < 1_000; i++) {
      if (client.isCut()) {
        return true;
      }
      client.write("a: b\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    return false;
  }

  private static int ready(House house) {
    try (Client client = house.client()) {
      return client.send("GET", "/readyz").status();
    }
  }

  /** Bounded by the test's patience with the latch: the door is closing on another thread. */
  private static void refusesConnections(House house) {
    for (int i = 0; i < 100_000; i++) {
      try {
        house.client().close();
      } catch (UncheckedIOException refused) {
        return;
      }
    }
    throw new AssertionError("a closing door still takes connections");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static HttpSettings settings(InetAddress bind, Origin origin) {
    return new HttpSettings(
        bind, 0, Set.of(), new AToken(origin), HttpLimits.DEFAULT, request -> {});
  }

  private record AToken(Origin origin) implements TokenSource {

    @Override
    public String token() {
      return House.TOKEN;
    }
  }
}
