package dev.engine.domain.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.engine.domain.Urgency;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WireNameTest {

  private static final String ROOT = "dev.engine.domain.";

  /** Each name that is stored or sent: under another one, what was written with it is lost. */
  private static final String NAMES =
      """
      Urgency: low normal high critical
      attention.AttentionAct: acknowledge snooze answer jump retry run
      attention.AttentionKind: ping worker_asks session_waiting worker_failed mission_failed \
      mission_skipped mission_overdue notice_dead migration_held events_set_aside canary_lost backup_failed \
      backup_stale copy_stale disk_low log_held
      attention.AttentionSubject: backup hooks migration mission notification ping \
      scheduled_mission session spool store worker
      content.Kind: markdown link file json
      content.Verdict: approved rejected dismissed expired
      context.ContextSource: status_line session_start pre_compact transcript screen
      database.BackupOutcome: kept taken proven failed
      hook.Door: engine one-shot spool
      hook.HookOutcome: stored unchanged refused
      host.LogStream: stdout stderr
      install.DatabaseSetup.Change: made migrated none
      install.HookVia: command http plugin
      journal.Actor: hook cli http mcp engine
      journal.Subject.Kind: account backup contact hooks mission notification ping priority \
      scheduled_mission staged_item worker
      mission.MissedRun: skip once all
      mission.MissionStatus: pending running complete failed skipped
      mission.Overlap: skip queue parallel
      mission.Trigger: schedule person
      notification.Standing: queued offered confirmed seen withdrawn expired dead
      notification.StillTrue: always worker_complete worker_failed ping_open context_warned
      priority.Level: critical high medium low
      quiet.Quiet.Kind: daily spell
      session.Activity: active tool_active idle
      session.Continuation: startup resume clear compact fork handoff
      session.EndReason: clear resume logout prompt_input_exit other lost closed
      session.Mode: interactive background autonomous
      session.Proof: process_gone pane_gone reported_idle reported_busy
      session.Role: chief builder deep-work project idea
      session.SessionStanding: active tool_active idle ended
      session.Source: startup resume clear compact fork
      session.Want: permission input
      toolcall.ToolCall.Outcome: done failed
      worker.AttemptOutcome: complete failed timed_out cancelled reclaimed asked
      worker.WorkerStatus: pending running complete failed
      """;

  @Test
  void theNamesThatAreStoredAndSentStayAsTheyAre() {
    String names =
        types().stream()
            .map(type -> type.getCanonicalName().substring(ROOT.length()) + names(type))
            .sorted()
            .collect(Collectors.joining());

    assertThat(names).isEqualTo(NAMES);
  }

  @Test
  void aConstantIsShownByItsName() {
    assertThat(constants())
        .allSatisfy(constant -> assertThat(constant).hasToString(constant.wireName()));
  }

  @Test
  void aConstantIsFoundByItsName() {
    assertThat(WireName.find(Urgency.class, "high")).contains(Urgency.HIGH);
    assertThat(WireName.of("urgency", Urgency.class, "critical")).isEqualTo(Urgency.CRITICAL);
    assertThat(WireName.find(Urgency.class, "HIGH")).isEmpty();
  }

  @Test
  void aNameThatNothingHasIsAnsweredWithThoseThatThereAre() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> WireName.of("urgency", Urgency.class, "urgent"))
        .withMessage("urgency must be one of low, normal, high, critical, got \"urgent\"");
  }

  private static String names(Class<?> type) {
    return constantsOf(type).map(WireName::wireName).collect(Collectors.joining(" ", ": ", "\n"));
  }

  private static List<WireName> constants() {
    return types().stream().flatMap(WireNameTest::constantsOf).toList();
  }

  private static Stream<WireName> constantsOf(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(WireName.class::cast);
  }

  /** Every enum of the domain whose constants have such a name. */
  private static List<Class<?>> types() {
    try {
      Path classes =
          Path.of(WireName.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(classes)) {
        return files
            .map(file -> classes.relativize(file).toString())
            .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
            .<Class<?>>map(WireNameTest::loaded)
            .filter(type -> type.isEnum() && WireName.class.isAssignableFrom(type))
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> loaded(String file) {
    try {
      return Class.forName(file.replace(".class", "").replace('/', '.'));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
