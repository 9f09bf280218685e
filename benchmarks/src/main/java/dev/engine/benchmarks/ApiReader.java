package dev.engine.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;

/** A screen that looks at a running engine over HTTP. */
final class ApiReader implements AutoCloseable {

  private static final List<String> PATHS =
      List.of("/api/v1/sessions?live=true", "/api/v1/events?limit=50");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String address;
  private final String token;

  /**
   * @param home whose engine is running
   */
  ApiReader(ScratchHome home) throws IOException {
    this.address = Files.readString(home.home().endpoint()).strip().replace(' ', ':');
    this.token = Files.readString(home.home().token()).strip();
  }

  /**
   * Reads the fleet board and the journal in turns.
   *
   * @throws IllegalStateException if the engine refuses
   */
  void read(int number) throws IOException, InterruptedException {
    URI uri = URI.create("http://" + address + PATHS.get(number % PATHS.size()));
    HttpRequest request =
        HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build();
    int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IllegalStateException("%s answered %d".formatted(uri, status));
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
