package dev.engine.services.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.error.EngineException.Conflict;
import dev.engine.domain.install.ClientVersion;
import dev.engine.domain.install.HomeFolder;
import dev.engine.domain.install.HookSetup;
import dev.engine.domain.install.HookStanding;
import dev.engine.domain.install.HookVia;
import dev.engine.domain.install.InMemoryDatabaseSetup;
import dev.engine.domain.install.InMemoryHomeFolders;
import dev.engine.domain.install.InMemoryHookRegistrations;
import dev.engine.services.doctor.Doctor.Diagnosis;
import dev.engine.services.doctor.Finding.Fail;
import dev.engine.services.doctor.Finding.Pass;
import dev.engine.services.doctor.Finding.Warn;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class DoctorTest {

  private static final HomeFolder HOME = HomeFolder.of(Path.of("/project"));
  private static final ClientVersion CLIENT = new ClientVersion(2, 1, 330);
  private static final HookSetup SETUP =
      new HookSetup(HOME, Path.of("/opt/engine/bin/engine-hook"), CLIENT);

  private final InMemoryHomeFolders folders = new InMemoryHomeFolders();
  private final InMemoryHookRegistrations registrations = new InMemoryHookRegistrations();
  private final InMemoryDatabaseSetup database = new InMemoryDatabaseSetup();

  @Test
  void everyCheckIsMadeInItsOrderWhateverTheOthersFind() {
    Doctor doctor =
        new Doctor(List.of(new DatabaseCheck(database, HOME), new PrivacyCheck(folders, HOME)));
    folders.make(HOME);

    List<Diagnosis> diagnoses = doctor.examine();

    assertThat(diagnoses)
        .containsExactly(
            new Diagnosis(
                "database",
                new Fail(
                    "there is no database /project/.engine/data/db/system.db",
                    "run `engine init`, or try again when nobody else holds it")),
            new Diagnosis("home", new Pass("/project/.engine is closed to others")));
  }

  @Test
  void whatCannotBeLookedAtIsAFinding() {
    Check blind = new Blind();

    assertThat(new Doctor(List.of(blind)).examine())
        .containsExactly(
            new Diagnosis("blind", new Fail("cannot see", "put right what the message names")));
    assertThat(new Doctor(List.of(blind)).treat()).hasSize(1);
  }

  @Test
  void treatmentRepairsWhatItCan() {
    folders.make(HOME);
    folders.open(HOME.run());
    Doctor doctor =
        new Doctor(
            List.of(
                new PrivacyCheck(folders, HOME),
                new HooksCheck(folders, registrations, () -> SETUP)));

    List<Diagnosis> diagnoses = doctor.treat();

    assertThat(diagnoses)
        .containsExactly(
            new Diagnosis("home", new Pass("/project/.engine is closed to others")),
            new Diagnosis("hooks", new Pass("3 registered")));
  }

  @Test
  void whatIsRightIsNotRepaired() {
    AtomicInteger repairs = new AtomicInteger();

    new Doctor(List.of(new Counted(new Pass("fine"), repairs))).treat();
    assertThat(repairs).hasValue(0);

    new Doctor(List.of(new Counted(new Warn("odd", "try it"), repairs))).treat();
    assertThat(repairs).hasValue(1);
  }

  @Test
  void hooksOfThePluginAreRightAndStayWhatTheyAre() {
    folders.make(HOME);
    registrations.enablePlugin();
    HooksCheck check =
        new HooksCheck(
            folders,
            registrations,
            () -> new HookSetup(HOME, SETUP.command(), CLIENT, HookVia.PLUGIN));

    check.repair();

    assertThat(check.look())
        .isEqualTo(new Pass("those of the plugin; the settings of the project name none"));
    assertThat(registrations.inspect(HOME).hooks()).isEmpty();
  }

  @Test
  void besideThePluginTheRegisteredHooksCount() {
    registrations.register(SETUP);
    registrations.enablePlugin();

    assertThat(new HooksCheck(folders, registrations, () -> SETUP).look())
        .isEqualTo(new Pass("3 registered, which the plugin leaves their events to"));
  }

  @Test
  void hooksAreNotRegisteredForAHomeThatIsNotThere() {
    new Doctor(List.of(new HooksCheck(folders, registrations, () -> SETUP))).treat();

    assertThat(registrations.inspect(HOME)).isEqualTo(HookStanding.NONE);
  }

  @Test
  void anOpenHomeFails() {
    folders.make(HOME);
    folders.open(HOME.config());
    folders.open(HOME.run());

    assertThat(new PrivacyCheck(folders, HOME).look())
        .isEqualTo(
            new Fail(
                "others can read or change /project/.engine/config and 1 more",
                "run `engine doctor --fix`"));
  }

  @Test
  void noHomeFails() {
    assertThat(new PrivacyCheck(folders, HOME).look())
        .isEqualTo(new Fail("/project/.engine is not there", "run `engine init`"));
  }

  @Test
  void aDatabaseThatOpensPasses() {
    database.prepare(HOME);

    assertThat(new DatabaseCheck(database, HOME).look()).isEqualTo(new Pass("schema version 32"));
  }

  @Test
  void hooksThatAreNotThereFail() {
    assertThat(new HooksCheck(folders, registrations, () -> SETUP).look())
        .isEqualTo(new Fail("no hook is registered", "run `engine init`"));
  }

  @Test
  void hooksWhoseProgramIsGoneFail() {
    registrations.register(SETUP);
    registrations.removeCommand(SETUP.command());

    assertThat(new HooksCheck(folders, registrations, () -> SETUP).look())
        .isEqualTo(
            new Fail(
                "/opt/engine/bin/engine-hook is not there or not executable", "run `engine init`"));
  }

  @Test
  void hooksThatAreSwitchedOffFail() {
    registrations.register(SETUP);
    registrations.switchOff();

    assertThat(new HooksCheck(folders, registrations, () -> SETUP).look())
        .isEqualTo(new Fail("disableAllHooks turns them off", "take it out of the settings"));
  }

  @Test
  void hooksForAnotherClientAreOdd() {
    registrations.register(new HookSetup(HOME, SETUP.command(), new ClientVersion(2, 0, 76)));

    assertThat(new HooksCheck(folders, registrations, () -> SETUP).look())
        .isEqualTo(new Warn("they are not what this engine would register", "run `engine init`"));
  }

  @Test
  void anOlderJavaFails() {
    assertThat(new JavaCheck(Runtime.Version.parse("25.0.1")).look())
        .isEqualTo(new Pass("Java 25.0.1"));
    assertThat(new JavaCheck(Runtime.Version.parse("24.0.2")).look())
        .isEqualTo(
            new Fail("Java 24.0.2 is older than 25", "install a JDK 25 and set JAVA_HOME to it"));
  }

  @Test
  void withoutClaudeOrTmuxEngineWorksAllTheSame() {
    assertThat(new ClientCheck(Optional::empty).look()).isInstanceOf(Warn.class);
    assertThat(new ClientCheck(() -> Optional.of(CLIENT)).look())
        .isEqualTo(new Pass("Claude Code 2.1.330"));
    assertThat(new TmuxCheck((command, limit) -> Optional.empty()).look()).isInstanceOf(Warn.class);
    assertThat(new TmuxCheck((command, limit) -> Optional.of("tmux 3.5a")).look())
        .isEqualTo(new Pass("tmux 3.5a"));
  }

  private static final class Blind implements Check {

    @Override
    public String name() {
      return "blind";
    }

    @Override
    public Finding look() {
      throw new Conflict("cannot see");
    }

    @Override
    public void repair() {
      throw new Conflict("cannot touch");
    }
  }

  private record Counted(Finding look, AtomicInteger repairs) implements Check {

    @Override
    public String name() {
      return "counted";
    }

    @Override
    public void repair() {
      repairs.incrementAndGet();
    }
  }
}
