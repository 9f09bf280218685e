package dev.engine.host.worker;

import static dev.engine.host.worker.Workshop.FIRST;
import static dev.engine.host.worker.Workshop.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.host.WorkerProcesses.WorkerProcess;
import dev.engine.domain.host.WorkerPrograms.Launch;
import dev.engine.domain.host.WorkerPrograms.Look;
import dev.engine.domain.host.WorkerPrograms.Nudge;
import dev.engine.domain.host.WorkerPrograms.Promise;
import dev.engine.domain.host.WorkerPrograms.Rest;
import dev.engine.domain.host.WorkerPrograms.Starting;
import dev.engine.domain.session.Birth;
import dev.engine.domain.session.ProcessIdentity;
import dev.engine.domain.worker.AttemptId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcWorkerProgramsTest {

  private static final Look.Ended WELL = new Look.Ended(0, Rest.NONE, Promise.NOTHING);

  private static final AttemptId SECOND = new AttemptId(Workshop.WORKER, 2);

  /** Reads words as they are. */
  private static final String[] SAY_WORDS = {"/bin/bash", "-c", "printf '<%s>' \"$0\" \"$@\""};

  @TempDir private Path folder;

  private Workshop shop;

  @BeforeEach
  void open() {
    shop = new Workshop(folder);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aProgramGetsExactlyItsWords() throws Exception {
    String[] words = {
      "$(touch escaped)",
      "`touch escaped`",
      "; touch escaped",
      "a  b",
      "*",
      "-n",
      "--",
      "\n",
      "\\",
      "'",
      "\"",
      "${HOME}",
      "~",
      "",
      "é\u202e",
      "!!",
      "\t",
      "x".repeat(10_000)
    };
    String[] command = new String[SAY_WORDS.length + words.length];
    System.arraycopy(SAY_WORDS, 0, command, 0, SAY_WORDS.length);
    System.arraycopy(words, 0, command, SAY_WORDS.length, words.length);

    shop.start(command);

    assertThat(shop.awaitEnd()).isEqualTo(WELL);
    assertThat(shop.said()).isEqualTo("<" + String.join("><", words) + ">");
    assertThat(shop.file("escaped")).doesNotExist();
  }

  @Test
  void itReadsItsInstructionsAndWritesToFilesOfTheOwners() throws Exception {
    shop.start("/bin/bash", "-c", "cat; echo; pwd; echo trouble >&2");

    assertThat(shop.awaitEnd()).isEqualTo(WELL);

    assertThat(shop.said()).isEqualTo("the instructions\n%s\n".formatted(shop.workspace()));
    assertThat(shop.file("stderr.log")).hasContent("trouble\n");
    assertThat(shop.file("instructions.md")).hasContent("the instructions");
    for (String name : List.of("stdout.jsonl", "stderr.log", "instructions.md")) {
      assertThat(permissions(shop.file(name))).isEqualTo("rw-------");
    }
    assertThat(permissions(shop.workspace())).isEqualTo("rwx------");
    assertThat(permissions(shop.control(FIRST))).isEqualTo("rwx------");
    for (String name : List.of("wrapper", "begun", "exit")) {
      assertThat(permissions(shop.control(FIRST).resolve(name))).isEqualTo("rw-------");
    }
  }

  @Test
  void itIsInASessionAndAGroupOfItsOwnWithTheUsualMask() throws Exception {
    ProcessIdentity wrapper =
        shop.start("/bin/bash", "-c", "cut -d' ' -f1,5,6 /proc/$$/stat; umask");

    shop.awaitEnd();

    String[] said = shop.said().split("[ \n]", -1);
    assertThat(said[1]).as("group").isEqualTo(said[0]);
    assertThat(Long.parseLong(said[2])).as("session").isEqualTo(wrapper.pid());
    assertThat(said[3]).isEqualTo(umask());
  }

  @Test
  void itGetsNoVariablesButThoseOnTheList() throws Exception {
    ProcWorkerPrograms engine =
        shop.engine(
            Map.of(
                "PATH", "/usr/bin:/bin",
                "LC_TIME", "C.UTF-8",
                "CLAUDECODE", "1",
                "CLAUDE_PID", "7",
                "ENGINE_CONVERSATION_ID", "chief-2026-01-05",
                "BASH_ENV", "/tmp/evil",
                "SECRET", "canary",
                "API_URL", "http://127.0.0.1"));

    engine.start(
        new Launch(
            FIRST,
            List.of("env"),
            shop.workspace(),
            "",
            Set.of("API_URL", "CLAUDE_PID"),
            Promise.NOTHING),
        () -> {});

    shop.awaitEnd();
    assertThat(shop.said().lines().map(line -> line.replaceFirst("=.*", "")))
        .containsExactlyInAnyOrder(
            "PATH",
            "LC_TIME",
            "API_URL",
            "ENGINE_HOME",
            "ENGINE_WORKER_ID",
            "ENGINE_WORKER_ATTEMPT",
            "ENGINE_MODE",
            "PWD", // bash's own, like the next
            "SHLVL");
  }

  @Test
  void exitCodesAndSignalsAreTold() throws Exception {
    shop.start("/bin/bash", "-c", "exit 7");
    Look.Ended exited = shop.awaitEnd();
    shop.programs().forget(FIRST);
    shop.start("/bin/bash", "-c", "kill -KILL $$");

    Look.Ended killed = shop.awaitEnd();

    assertThat(exited).isEqualTo(new Look.Ended(7, Rest.NONE, Promise.NOTHING));
    assertThat(killed).isEqualTo(new Look.Ended(137, Rest.NONE, Promise.NOTHING));
  }

  @Test
  void aCommandThatIsNotThereOrNoProgramIsNotReady() throws Exception {
    String text = Files.writeString(folder.resolve("text"), "echo no").toString();

    assertThat(lack("no-such-program-anywhere"))
        .isEqualTo("command not found: no-such-program-anywhere");
    assertThat(lack("/no/such/program")).isEqualTo("command not found: /no/such/program");
    assertThat(lack(text)).isEqualTo("not a program: " + text);
    assertThat(lack("/usr/bin")).isEqualTo("not a program: /usr/bin");
    assertThat(shop.programs().known()).isEmpty();
  }

  @Test
  void whatAProgramWasToPrintIsKnownToWhoComesLater() throws Exception {
    Launch plain = shop.launch(FIRST, "true");
    Launch promising =
        new Launch(
            FIRST,
            plain.command(),
            plain.workspace(),
            "",
            plain.variables(),
            Promise.RESULT_OBJECT);

    shop.programs().start(promising, () -> {});
    shop.restart();

    assertThat(shop.awaitEnd()).isEqualTo(new Look.Ended(0, Rest.NONE, Promise.RESULT_OBJECT));
  }

  @Test
  void theBellRingsAtItsEnd() throws Exception {
    CountDownLatch bell = new CountDownLatch(1);

    shop.programs().start(shop.launch(FIRST, "true"), bell::countDown);

    assertThat(bell.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(shop.programs().look(FIRST)).isEqualTo(WELL);
  }

  @Test
  void whoComesAfterTheEngineThatStartedItSeesItRunAndEnd() throws Exception {
    ProcessIdentity wrapper =
        shop.startReady("echo ready; until [ -e go ]; do sleep 0.01; done; exit 3");
    shop.restart();

    Look running = shop.programs().look(FIRST);
    Files.createFile(shop.file("go"));

    assertThat(running).isInstanceOf(Look.Runs.class);
    assertThat(((Look.Runs) running).wrapper().isSameAs(wrapper)).isTrue();
    assertThat(((Look.Runs) running).age()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
    assertThat(shop.awaitEnd().exitCode()).isEqualTo(3);
    assertThat(shop.programs().known()).containsExactly(FIRST);
  }

  @Test
  void aStoppedProgramRunsAndSoDoesOneWhoseWrapperIsAskedToEnd() throws Exception {
    ProcessIdentity wrapper =
        shop.startReady("trap 'exit 5' USR1; echo ready; while :; do sleep 0.01; done");
    long program = program();
    for (String signal : List.of("TERM", "HUP", "INT", "QUIT")) {
      shop.kill(signal, wrapper.pid());
    }
    shop.kill("STOP", program);
    shop.kill("STOP", wrapper.pid());

    Look stopped = shop.programs().look(FIRST);
    shop.kill("CONT", wrapper.pid());
    shop.kill("CONT", program);
    shop.kill("USR1", program);

    assertThat(stopped).isInstanceOf(Look.Runs.class);
    assertThat(shop.awaitEnd().exitCode()).isEqualTo(5);
  }

  @Test
  void aWrapperThatWasKilledHasVanishedAndWhatItLeftIsEnded() throws Exception {
    ProcessIdentity wrapper =
        shop.startReady("trap '' TERM HUP; echo ready; while :; do sleep 0.01; done");
    long program = program();
    shop.kill("KILL", wrapper.pid());
    await(() -> shop.programs().look(FIRST) instanceof Look.Vanished);
    shop.restart();

    boolean isAnyLeft = shop.programs().isAnyLeft(FIRST);
    shop.programs().signal(FIRST, Nudge.KILL);

    assertThat(isAnyLeft).isTrue();
    await(() -> !shop.programs().isAnyLeft(FIRST));
    await(() -> shop.processes.find(program).isEmpty());
  }

  @Test
  void aWholeFamilyIsEndedAlsoWhereItDoesNotListen() throws Exception {
    shop.startReady(
        "trap '' TERM; for i in 1 2 3; do (trap '' TERM; while :; do sleep 0.01; done) & done;"
            + " set -m; (trap '' TERM; while :; do sleep 0.01; done) & echo ready; wait");

    shop.programs().signal(FIRST, Nudge.ASK);
    boolean isDeaf = shop.programs().isAnyLeft(FIRST);
    shop.programs().signal(FIRST, Nudge.KILL);

    assertThat(isDeaf).isTrue();
    await(() -> !shop.programs().isAnyLeft(FIRST));
    assertThat(shop.awaitEnd().exitCode()).isEqualTo(137);
    await(() -> shop.programs().all().isEmpty());
  }

  @Test
  void oneThatIsStoppedCanBeAskedToEnd() throws Exception {
    shop.startReady("trap 'exit 9' TERM; echo ready; while :; do sleep 0.01; done");
    shop.kill("STOP", -program());

    shop.programs().signal(FIRST, Nudge.ASK);

    assertThat(shop.awaitEnd().exitCode()).isEqualTo(9);
  }

  @Test
  void whatAProgramLeavesBehindInItsGroupIsToldAndAskedToEnd() throws Exception {
    shop.start("/bin/bash", "-c", "sleep 600 & exit 0");

    Look.Ended ended = shop.awaitEnd();

    assertThat(ended).isEqualTo(new Look.Ended(0, Rest.SOME, Promise.NOTHING));
    await(() -> !shop.programs().isAnyLeft(FIRST));
  }

  @Test
  void oneThatIsRevokedBeforeItBeganNeverBegins() throws Exception {
    RunFolder control = made();

    Look revoked = shop.programs().revoke(FIRST);
    int exitCode = runScript(control.path(), "touch", folder.resolve("ran").toString());

    assertThat(revoked).isEqualTo(new Look.NotBegun());
    assertThat(exitCode).isZero();
    assertThat(folder.resolve("ran")).doesNotExist();
    assertThat(shop.programs().look(FIRST)).isEqualTo(new Look.NotBegun());
  }

  @Test
  void oneThatWasForgottenBeforeItBeganNeverBegins() throws Exception {
    RunFolder control = made();
    shop.programs().forget(FIRST);

    int exitCode = runScript(control.path(), "touch", folder.resolve("ran").toString());

    assertThat(exitCode).isEqualTo(70);
    assertThat(folder.resolve("ran")).doesNotExist();
    assertThat(shop.programs().known()).isEmpty();
  }

  @Test
  void ofBeginningAndRevokingExactlyOneHappens() throws Exception {
    int begun = 0;
    for (int number = 1; number <= 40; number++) {
      AttemptId attempt = new AttemptId(Workshop.WORKER, number);
      Path ran = folder.resolve("ran-" + number);
      shop.programs().start(shop.launch(attempt, "touch", ran.toString()), () -> {});
      for (int spin = 0; spin < number * 20_000; spin++) {
        Thread.onSpinWait(); // so that the two meet at different moments
      }

      Look look = shop.programs().revoke(attempt);

      boolean isRevoked = look instanceof Look.Begins || look instanceof Look.NotBegun;
      await(() -> !(shop.programs().look(attempt) instanceof Look.Begins));
      if (isRevoked) {
        assertThat(shop.programs().look(attempt)).isEqualTo(new Look.NotBegun());
        assertThat(ran).doesNotExist();
      } else {
        begun++;
        await(() -> shop.programs().look(attempt) instanceof Look.Ended);
        assertThat(ran).exists();
      }
    }
    assertThat(begun).isBetween(0, 40);
  }

  @Test
  void anAttemptIsStartedOnce() throws Exception {
    shop.start("true");
    shop.awaitEnd();

    assertThat(refusal("true")).contains("is there already");
  }

  @Test
  void whatAnEarlierAttemptLeftIsPutAside() throws Exception {
    shop.start("/bin/bash", "-c", "echo one; echo first >result.md");
    shop.awaitEnd();

    shop.programs().start(shop.launch(SECOND, "echo", "two"), () -> {});

    await(() -> shop.programs().look(SECOND).equals(WELL));
    assertThat(shop.said()).isEqualTo("two\n");
    assertThat(shop.file("result.md")).doesNotExist();
    assertThat(shop.file("attempts/1/stdout.jsonl")).hasContent("one\n");
    assertThat(shop.file("attempts/1/result.md")).hasContent("first\n");
  }

  @Test
  void whatIsPutAsideBearsTheNumberOfTheAttemptThatLeftItAlsoAfterOneThatNeverRan()
      throws Exception {
    AttemptId third = new AttemptId(Workshop.WORKER, 3);
    AttemptId fourth = new AttemptId(Workshop.WORKER, 4);
    shop.start("/bin/bash", "-c", "echo one");
    shop.awaitEnd();
    shop.programs().start(shop.launch(SECOND, "no-such-program-anywhere"), () -> {});
    shop.programs()
        .start(shop.launch(third, "bash", "-c", "echo three; echo 9 >|.attempt"), () -> {});
    await(() -> shop.programs().look(third).equals(WELL));

    shop.programs().start(shop.launch(fourth, "true"), () -> {});

    await(() -> shop.programs().look(fourth).equals(WELL));
    assertThat(shop.file("attempts/1/stdout.jsonl")).hasContent("one\n");
    assertThat(shop.file("attempts/2")).doesNotExist();
    assertThat(shop.file("attempts/3/stdout.jsonl")).hasContent("three\n");
  }

  @Test
  void aWorkspaceThatCannotBeMadeIsARefusalWithItsReason() throws IOException {
    Files.createDirectories(shop.home.outputs());
    Files.createDirectories(shop.home.run());
    Files.createFile(shop.workspace());

    assertThat(refusal("true")).contains(shop.workspace().toString(), "is no folder");
  }

  @Test
  void aWordThatNoProgramCanGetIsARefusal() {
    assertThat(refusal("echo", "a\0b")).contains("NUL");
  }

  @Test
  void anotherProcessWithTheNumberOfTheWrapperIsNotOurs() throws Exception {
    Process stranger = new ProcessBuilder("setsid", "/bin/bash", "-c", "sleep 600 & wait").start();
    await(() -> stranger.children().findAny().isPresent());
    try {
      RunFolder control = made();
      String stat = Files.readString(Path.of("/proc/" + stranger.pid() + "/stat"));
      Files.writeString(control.path().resolve("wrapper"), elder(stat));
      Files.writeString(control.path().resolve("begun"), "begun\n");

      Look look = shop.programs().look(FIRST);
      boolean isAnyLeft = shop.programs().isAnyLeft(FIRST);
      shop.programs().signal(FIRST, Nudge.KILL);

      assertThat(look).isEqualTo(new Look.Vanished());
      assertThat(isAnyLeft).isFalse();
      assertThat(stranger.isAlive()).isTrue();
      assertThat(stranger.children().count()).isEqualTo(1);
    } finally {
      stranger.descendants().forEach(ProcessHandle::destroyForcibly);
      stranger.destroyForcibly();
    }
  }

  @Test
  void allProcessesOfWorkersOfThisHomeAreFoundAndNoOthers() throws Exception {
    Workshop other = new Workshop(Files.createDirectory(folder.resolve("other")));
    shop.startReady("setsid sleep 600 & echo ready; exec sleep 600");
    other.startReady("echo ready; exec sleep 600");
    await(() -> shop.programs().all().size() == 3);

    List<WorkerProcess> all = shop.programs().all();

    assertThat(all).extracting(WorkerProcess::attempt).containsOnly(FIRST);
    assertThat(all)
        .extracting(WorkerProcess::name)
        .containsExactlyInAnyOrder("bash", "sleep", "sleep");
    assertThat(all).extracting(WorkerProcess::residentBytes).allMatch(bytes -> bytes > 100_000);
    all.forEach(shop.programs()::kill);
    await(() -> shop.programs().all().isEmpty());
    assertThat(other.programs().all()).hasSize(2);
    other.close();
  }

  @Test
  void whoIsStartedThroughALinkIsSeenByWhoServesTheHomeAsItIs() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.toRealPath());
    Workshop linked = new Workshop(link);
    linked.startReady("echo ready; exec sleep 600");

    List<WorkerProcess> seen = shop.programs().all();
    Look look = shop.programs().look(FIRST);
    linked.close();

    assertThat(seen).extracting(WorkerProcess::attempt).containsOnly(FIRST).hasSize(2);
    assertThat(look).isInstanceOf(Look.Runs.class);
  }

  @Test
  void howOneEndsWhoseProjectIsMovedMeanwhileIsWrittenWhereThatIsNow() throws Exception {
    ProcessIdentity wrapper =
        shop.startReady("echo ready; until [ -e go ]; do sleep 0.01; done; exit 3");
    Path place = Path.of("/proc", Long.toString(wrapper.pid()), "cwd");
    await(() -> Files.exists(place.resolve("begun")));
    Path moved = Files.createDirectory(folder.resolve("moved"));
    Files.move(shop.home.path(), moved.resolve(".engine"));
    Workshop there = new Workshop(moved);

    Look running = there.programs().look(FIRST);
    Files.createFile(there.file("go"));

    assertThat(running).isInstanceOf(Look.Runs.class);
    assertThat(there.awaitEnd().exitCode()).isEqualTo(3);
  }

  @Test
  void whatWasHandedOverThroughALinkIsRun() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.toRealPath());
    Launch launch = new Workshop(link).launch(FIRST, "echo", "seen");

    Starting starting = shop.programs().start(launch, () -> {});

    assertThat(starting).isInstanceOf(Starting.Started.class);
    assertThat(shop.awaitEnd()).isEqualTo(WELL);
    assertThat(new FileWorkerOutputs(shop.home.outputs()).read(launch.workspace()).lastLine())
        .isEqualTo("seen");
  }

  @Test
  void aMachineThatCannotReadOrWriteIsNoFaultOfTheWorkers() throws IOException {
    Files.createDirectories(shop.home.data());
    Files.createFile(shop.home.outputs());

    Starting starting = shop.programs().start(shop.launch(FIRST, "true"), () -> {});

    assertThat(starting).isInstanceOf(Starting.Hindered.class);
    assertThat(((Starting.Hindered) starting).reason()).contains(shop.home.outputs().toString());
  }

  @Test
  void withoutItsScriptNothingStarts() {
    Path nowhere = folder.resolve("worker-run.sh");
    ProcWorkerPrograms engine =
        new ProcWorkerPrograms(shop.home, nowhere, System.getenv(), shop.processes);

    assertThat(engine.start(shop.launch(FIRST, "true"), () -> {}))
        .isEqualTo(new Starting.Hindered(nowhere + " is not there"));
  }

  @Test
  void aWordThatIsTooLongIsARefusal() {
    assertThat(refusal("echo", "x".repeat(1 << 20))).contains("too long");
  }

  @Test
  void aWorkspaceInWhosePlaceALinkIsIsARefusal() throws IOException {
    Files.createDirectories(shop.home.outputs());
    Files.createDirectories(shop.home.run());
    Files.createSymbolicLink(shop.workspace(), Files.createDirectory(folder.resolve("other")));

    assertThat(refusal("true")).contains("is no folder");
  }

  private String lack(String... command) {
    Starting starting = shop.programs().start(shop.launch(FIRST, command), () -> {});
    return ((Starting.Unready) starting).reason();
  }

  private String refusal(String... command) {
    Starting starting = shop.programs().start(shop.launch(FIRST, command), () -> {});
    return ((Starting.Refused) starting).reason();
  }

  /** What an engine has prepared that came no further. */
  private RunFolder made() throws IOException {
    RunFolder control = new RunFolder(shop.control(FIRST));
    Birth birth = shop.processes.find(ProcessHandle.current().pid()).orElseThrow().birth();
    control.make(Objects.requireNonNull(birth).space(), Instant.now(), Promise.NOTHING);
    return control;
  }

  private long program() {
    return shop.programs().all().stream()
        .map(process -> process.process().pid())
        .filter(ProcWorkerProgramsTest::isLeader)
        .findFirst()
        .orElseThrow();
  }

  /** Whether it leads its group, but not its session. */
  private static boolean isLeader(long pid) {
    try {
      String[] stat = Files.readString(Path.of("/proc/" + pid + "/stat")).split(" ", -1);
      return stat[4].equals(stat[0]) && !stat[5].equals(stat[0]);
    } catch (IOException gone) {
      return false;
    }
  }

  /** The line of a process with the same number that was started a second before. */
  private static String elder(String stat) {
    String[] fields = stat.split(" ", -1);
    fields[21] = Long.toString(Long.parseLong(fields[21]) - 100);
    return String.join(" ", fields);
  }

  private static int runScript(Path control, String... command) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("/bin/bash", Workshop.script().toString(), control.toString()));
    words.addAll(List.of(command));
    return new ProcessBuilder(words).start().waitFor();
  }

  private static String umask() throws Exception {
    Process shell = new ProcessBuilder("/bin/sh", "-c", "umask").start();
    return new String(shell.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
