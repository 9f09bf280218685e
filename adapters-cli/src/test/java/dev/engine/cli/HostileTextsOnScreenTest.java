package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Urgency;
import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.mission.Mission.State;
import dev.engine.domain.mission.MissionExamples;
import dev.engine.domain.mission.ScheduledMission;
import dev.engine.domain.mission.Slot;
import dev.engine.domain.notification.Notice;
import dev.engine.domain.notification.NotificationType;
import dev.engine.domain.ping.Appeal;
import dev.engine.domain.text.HostileTexts;
import dev.engine.domain.text.HostileTexts.Hostile;
import dev.engine.domain.worker.Worker;
import dev.engine.domain.worker.WorkerExamples;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What agents wrote is shown to the person, and steers no terminal. */
final class HostileTextsOnScreenTest {

  private static final ConversationId CHIEF = new ConversationId("chief-2026-01-05");

  /** What a terminal obeys, or does not show: controls of 7 and 8 bits, directions, tags. */
  private static final Pattern STEERING =
      Pattern.compile("[\\p{Cc}&&[^\\n]]|\\p{Cf}|\\p{Cs}|[\\u2028\\u2029]");

  private final List<Hostile> texts = HostileTexts.all();

  @Test
  void noCellSteersATerminal() {
    assertThat(texts)
        .hasSizeGreaterThan(500)
        .allSatisfy(
            hostile -> assertThat(Cell.of(hostile.text()).text()).doesNotContainPattern(STEERING));
  }

  @Test
  void noWorkerSteersATerminal() {
    CliRun cli = new CliRun();
    String all = String.join("\n", texts.stream().map(Hostile::text).toList());
    String begin = all.substring(0, 50_000);
    Worker worker = WorkerExamples.spawned(cli.storage(), begin, CliRun.NOW);
    WorkerExamples.claimed(cli.storage(), CliRun.NOW);
    WorkerExamples.finished(
        cli.storage(), worker.id(), WorkerExamples.succeeded(begin), CliRun.NOW);

    CliRun.Result shown = cli.run("worker", "show", worker.id().value());

    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out()).hasSizeGreaterThan(50_000).doesNotContainPattern(STEERING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notification list --limit 1000",
        "ping list --limit 1000",
        "attention",
        "worker list --limit 1000",
        "mission history nightly --limit 1000"
      })
  void noListSteersATerminal(String command) {
    CliRun cli = new CliRun();
    ScheduledMission nightly = MissionExamples.stored(cli.storage().scheduledMissions(), "nightly");
    AtomicInteger minutes = new AtomicInteger();
    texts.stream()
        .limit(500)
        .map(Hostile::text)
        .filter(text -> !text.isBlank())
        .forEach(
            text -> {
              cli.storage()
                  .notifications()
                  .queue(
                      new Notice(
                          CHIEF,
                          NotificationType.MESSAGE,
                          Integer.toHexString(text.hashCode()),
                          text,
                          text),
                      CliRun.NOW);
              cli.storage().pings().send(new Appeal(null, CHIEF, Urgency.LOW, text), CliRun.NOW);
              WorkerExamples.spawned(cli.storage(), text, CliRun.NOW);
              Instant at = CliRun.NOW.plusSeconds(60L * minutes.incrementAndGet());
              cli.storage()
                  .missions()
                  .record(new Slot(nightly.id(), at), null, new State.Skipped(text), at);
            });

    CliRun.Result shown = cli.run(command.split(" "));

    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out()).doesNotContainPattern(STEERING);
  }
}
