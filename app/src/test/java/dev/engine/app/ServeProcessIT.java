package dev.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.install.EnginePort;
import dev.engine.domain.install.HomeFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine that keeps running, as the process that it is. */
final class ServeProcessIT {

  private static final String CANARY = "canary-5f1c0e9d7b";

  @TempDir private Path folder;

  @AfterEach
  void stopWhatRuns() {
    if (Files.exists(folder.resolve(".engine"))) {
      Shipped.engine(folder, "down");
    }
  }

  @Test
  void itAnswersUntilItIsAskedToEnd() throws Exception {
    Path project = Shipped.project(folder);
    try (ServingProcess engine = ServingProcess.start(project)) {
      assertThat(engine.firstLine())
          .isEqualTo(
              "Engine serves %s on %s; to open it: engine dashboard --project %s"
                  .formatted(project, ServingProcess.address(project), project));
      assertThat(ServingProcess.get(project, "/healthz").statusCode()).isEqualTo(200);
      assertThat(
              ServingProcess.get(
                      project, "/readyz", "Authorization", ServingProcess.bearer(project))
                  .statusCode())
          .isEqualTo(200);

      int exitCode = engine.end();

      assertThat(exitCode).isZero();
    }
    assertThat(run("endpoint")).doesNotExist();
    assertThat(run("lock")).isEmptyFile();
    assertThat(run("token")).isNotEmptyFile();
    assertThat(run("log/engine.log")).content().contains("\"message\":\"ended\"");
  }

  @Test
  void aSecondEngineIsToldWhoServes() throws Exception {
    Path project = Shipped.project(folder);
    try (ServingProcess engine = ServingProcess.start(project)) {
      Shipped.Result second = Shipped.engine(project, "serve");

      assertThat(second.exitCode()).isEqualTo(6);
      assertThat(second.err())
          .startsWith(
              "engine: ENG-3001 an engine serves this database already: process %d, since "
                  .formatted(engine.pid()))
          .endsWith(", on %s\n".formatted(ServingProcess.address(project).getAuthority()));
      assertThat(engine.end()).isZero();
    }
  }

  @Test
  void afterAKillTheNextStartNeedsNoHands() throws Exception {
    Path project = Shipped.project(folder);
    String token;
    try (ServingProcess engine = ServingProcess.start(project)) {
      token = ServingProcess.bearer(project);
      engine.kill();
    }
    assertThat(Shipped.engine(project, "down").out())
        .isEqualTo("No engine serves " + project + ".\n");

    try (ServingProcess next = ServingProcess.start(project)) {
      assertThat(ServingProcess.get(project, "/readyz", "Authorization", token).statusCode())
          .isEqualTo(200);
      assertThat(next.end()).isZero();
    }
  }

  @Test
  void aHookThatIsPostedIsStored() throws Exception {
    Path project = Shipped.project(folder);
    try (ServingProcess engine = ServingProcess.start(project)) {
      Shipped.Result hook =
          Shipped.hook(
              project,
              "{\"session_id\":\"a\",\"hook_event_name\":\"SessionStart\",\"source\":\"startup\"}",
              "SessionStart");

      assertThat(hook.exitCode()).isZero();
      assertThat(hook.err()).isEmpty();
      assertThat(engine.end()).isZero();
    }
    assertThat(Shipped.engine(project, "session", "list").out()).contains("idle");
  }

  @Test
  void whatAnotherProcessStoresIsInTheNextAnswer() throws Exception {
    Path project = Shipped.project(folder);
    try (ServingProcess engine = ServingProcess.start(project)) {
      String[] token = {"Authorization", ServingProcess.bearer(project)};
      String before = ServingProcess.get(project, "/api/v1/pings", token).body();
      assertThat(ServingProcess.get(project, "/api/v1/pings", token).body()).isEqualTo(before);

      Shipped.Result sent = Shipped.engine(project, "ping", "send", "Deploy now?");

      assertThat(sent.exitCode()).as(sent.err()).isZero();
      assertThat(ServingProcess.get(project, "/api/v1/pings", token).body())
          .contains("Deploy now?");
      assertThat(engine.end()).isZero();
    }
  }

  @Test
  void upNeedsNothingAndItsLinkOpensTheDashboardOnce() throws Exception {
    Shipped.Result up = Shipped.engine(folder, "up", "--yes");

    assertThat(up.exitCode()).as(up.err()).isZero();
    assertThat(Shipped.engine(folder, "up").out()).startsWith("An engine serves ");
    assertThat(Shipped.engine(folder, "status").out())
        .contains("An engine serves it: process ", ServingProcess.address(folder).getAuthority());
    URI link = URI.create(Shipped.engine(folder, "dashboard", "--print").out().strip());
    assertThat(ServingProcess.get(folder, link.toString()).statusCode()).isEqualTo(303);
    assertThat(ServingProcess.get(folder, link.toString()).statusCode()).isEqualTo(401);
    assertThat(Shipped.engine(folder, "down").out()).contains("has ended (process ");
    assertThat(Shipped.engine(folder, "down"))
        .isEqualTo(new Shipped.Result(0, "No engine serves " + folder + ".\n", ""));
  }

  @Test
  void underAnOpenUmaskEverythingIsTheOwnersAloneAndOnlyThisMachineCanConnect() throws Exception {
    String engine = Shipped.DISTRIBUTION.resolve("bin/engine").toString();
    Shipped.Result up =
        Shipped.run(
            folder, List.of("sh", "-c", "umask 000; exec \"$0\" up --yes", engine), "", Map.of());
    assertThat(up.exitCode()).as(up.err()).isZero();
    Shipped.hook(folder, "{\"session_id\":\"a\",\"hook_event_name\":\"Stop\"}", "Stop");

    try (Stream<Path> files = Files.walk(folder.resolve(".engine"))) {
      assertThat(files).allSatisfy(path -> isTheOwnersAlone(path));
    }
    String port = "%04X".formatted(ServingProcess.address(folder).getPort());
    assertThat(listeners(port)).isSubsetOf(onlyHere(port)).hasSize(1);
  }

  @Test
  void secretsAreNowhereToBeFound() throws Exception {
    Path project = Shipped.project(folder);
    Map<String, String> environment =
        Map.of("ANTHROPIC_API_KEY", CANARY, "ENGINE_LOG_LEVEL", "debug");
    try (ServingProcess engine = ServingProcess.start(project, environment, "serve")) {
      String bearer = ServingProcess.bearer(project);
      String token = bearer.substring("Bearer ".length());
      sendSecrets(project, bearer);

      String diagnostics = diagnostics(project, environment);

      assertThat(Shipped.engine(project, "db", "backup").exitCode()).isZero();
      assertThat(engine.end()).isZero();
      assertThat(run("log/engine.log")).content().contains("a request failed", "ENG-1101");
      assertThat(diagnostics).contains("engine_http_request_seconds").doesNotContain(CANARY, token);
      assertThat(filesWith(CANARY)).isEmpty();
      assertThat(filesWith(token)).containsExactly(run("token"));
      assertThat(filesWith("UserPromptSubmit")).anyMatch(ServeProcessIT::isBackup);
    }
  }

  /** In every place of a request where people put them, and where they do not belong. */
  private static void sendSecrets(Path project, String bearer) throws Exception {
    String[] own = {"Authorization", bearer};
    String hook = "{\"session_id\":\"a\",\"prompt\":\"%s\"}".formatted(CANARY);
    ServingProcess.get(project, "/readyz", "Authorization", "Bearer " + CANARY);
    ServingProcess.get(project, "/", "Cookie", "engine=" + CANARY, "X-Api-Key", CANARY);
    ServingProcess.get(project, "/open?code=" + CANARY);
    ServingProcess.get(project, "/" + CANARY, own);
    ServingProcess.get(project, "/api/v1/nothing?token=" + CANARY, own);
    ServingProcess.get(project, "/api/v1/pings/" + CANARY, own);
    ServingProcess.post(project, "/api/v1/pings", "{\"" + CANARY + "\":", own);
    ServingProcess.post(
        project, "/api/v1/pings", "{\"message\":\"a\",\"%s\":1}".formatted(CANARY), own);
    ServingProcess.post(project, "/hooks/UserPromptSubmit", hook, own);
  }

  /** All that somebody would copy into a report of a bug. */
  private static String diagnostics(Path project, Map<String, String> environment)
      throws Exception {
    StringBuilder all = new StringBuilder();
    for (String command :
        List.of(
            "doctor --json",
            "doctor",
            "db status --json",
            "db verify --json",
            "status --json",
            "session list --json",
            "events tail --json",
            "version")) {
      List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
      words.addFirst(Shipped.DISTRIBUTION.resolve("bin/engine").toString());
      Shipped.Result result = Shipped.run(project, words, "", environment);
      assertThat(result.out()).as(command).isNotEmpty();
      all.append(result);
    }
    String bearer = ServingProcess.bearer(project);
    for (String path : List.of("/metrics", "/readyz", "/api/v1/database", "/api/v1/openapi.json")) {
      all.append(ServingProcess.get(project, path, "Authorization", bearer).body());
    }
    return all.toString();
  }

  @Test
  void aPortThatWasChosenAndIsTakenIsAFailure() throws Exception {
    Path project = Shipped.project(folder);
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      Shipped.Result result =
          Shipped.engine(project, "serve", "--port", Integer.toString(other.getLocalPort()));

      assertThat(result.exitCode()).isEqualTo(4);
      assertThat(result.err())
          .startsWith(
              "engine: ENG-1003 port %d of 127.0.0.1 cannot be listened on: "
                  .formatted(other.getLocalPort()))
          .hasLineCount(1);
      assertThat(run("endpoint")).doesNotExist();
    }
  }

  @Test
  void whereThePortOfTheHomeIsTakenAnotherIsFound() throws Exception {
    Path project = Shipped.project(folder);
    int usual = EnginePort.derivedFrom(HomeFolder.of(project)).number();
    try (ServerSocket other = new ServerSocket(usual, 1, InetAddress.ofLiteral("127.0.0.1"));
        ServingProcess engine = ServingProcess.start(project)) {
      assertThat(engine.nextLine())
          .isEqualTo(
              "Note: port %d, which goes with this home, is taken by another program."
                  .formatted(other.getLocalPort()));
      assertThat(ServingProcess.get(project, "/healthz").statusCode()).isEqualTo(200);
      assertThat(engine.end()).isZero();
    }
  }

  @Test
  void otherMachinesAreLetInOnlyWithATokenThatWasChosen() throws Exception {
    Path project = Shipped.project(folder);
    Path token = Files.writeString(folder.resolve("token"), "chosen-by-the-person-012345\n");
    String[] open = {"serve", "--port", "0", "--bind", "0.0.0.0"};
    String[] chosen = {
      "serve", "--port", "0", "--bind", "0.0.0.0", "--token-file", token.toString()
    };

    assertThat(Shipped.engine(project, open).exitCode()).isEqualTo(2);
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(Shipped.engine(project, chosen).err()).contains("readable by its owner alone");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    try (ServingProcess engine = ServingProcess.start(project, Map.of(), chosen)) {
      assertThat(ServingProcess.bearer(project)).isEqualTo("Bearer chosen-by-the-person-012345");
      assertThat(ServingProcess.get(project, "/healthz").statusCode()).isEqualTo(200);
      assertThat(engine.end()).isZero();
    }
  }

  @Test
  void theProjectMayBeNamedBeforeTheCommand() throws Exception {
    Path project = Shipped.project(folder);
    String[] args = {"--project", project.toString(), "serve"};
    try (ServingProcess engine = ServingProcess.start(Path.of("/"), Map.of(), args)) {
      assertThat(engine.end()).isZero();
    }
    assertThat(run("log/engine.log")).content().contains("\"message\":\"ended\"");
  }

  private Path run(String name) {
    return folder.resolve(".engine/run").resolve(name);
  }

  private List<Path> filesWith(String secret) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(".engine"))) {
      return files.filter(file -> holds(file, secret)).sorted().toList();
    }
  }

  private static boolean isBackup(Path file) {
    return file.getFileName().toString().startsWith("system_backup_");
  }

  private static boolean holds(Path file, String secret) {
    try {
      return Files.isRegularFile(file)
          && Files.readString(file, StandardCharsets.ISO_8859_1).contains(secret);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static void isTheOwnersAlone(Path path) throws IOException {
    String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    assertThat(mode)
        .as(path.toString())
        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
  }

  /** 127.0.0.1, by itself and as IPv6 writes it. */
  private static List<String> onlyHere(String port) {
    return List.of("0100007F:" + port, "0000000000000000FFFF00000100007F:" + port);
  }

  /** The addresses, in hex, that anybody listens at on {@code port}. */
  private static List<String> listeners(String port) throws IOException {
    return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
        .map(Path::of)
        .filter(Files::exists)
        .flatMap(ServeProcessIT::lines)
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words[1].endsWith(":" + port) && words[3].equals("0A"))
        .map(words -> words[1])
        .toList();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
