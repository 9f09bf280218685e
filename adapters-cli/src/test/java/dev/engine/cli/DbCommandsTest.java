package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.database.CopyStanding;
import dev.engine.domain.database.DatabaseStatus.State;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DbCommandsTest {

  private static final CopyStanding COPY = CopyStanding.begun(Path.of("/mnt/copy"), false);

  private static final String BEFORE_029 = "system_backup_before_029_0.db";

  private final CliRun cli = new CliRun();

  @Test
  void statusOfAFileThatIsNotThereSaysWhatMakesOne() {
    CliRun.Result result = cli.runOnTerminal("db", "status");

    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0,
                """
                /project/.engine/data/db/system.db
                There is none yet: `engine db migrate` makes one.

                No backups.
                """,
                ""));
  }

  @Test
  void statusSaysWhatIsHeldAndWhatThatWouldDrop() {
    cli.run("db", "migrate");
    cli.database().store();
    cli.run("db", "backup", "mine");

    CliRun.Result result = cli.runOnTerminal("db", "status");

    assertThat(result.out())
        .isEqualTo(
            """
            /project/.engine/data/db/system.db
              schema         version 28
              migrations     1 applied, 0 pending, 1 held
              size           100 B in 1 pages, of which 0 are free
              log            0 B
              held           029 drop old table: drops it
                             would drop session_notifications (1 row)
              backups        newest of 0s ago, none proven: `engine db drill` tries one

            BACKUP  TAKEN  SIZE   STATE  FILE
            mine    0s     100 B  taken  system_backup_mine_0.db
            """);
  }

  @Test
  void statusAsJsonHasEverything() {
    cli.run("db", "migrate");

    CliRun.Result result = cli.run("db", "status", "--json");

    assertThat(result.out())
        .contains(
            "\"present\" : true",
            "\"version\" : 28",
            "\"number\" : \"029\"",
            "\"reason\" : \"drops it\"",
            "\"table\" : \"session_notifications\"",
            "\"backups\" : [ ]");
  }

  @Test
  void migratingSaysWhatWasApplied() {
    CliRun.Result first = cli.run("db", "migrate");
    CliRun.Result second = cli.run("db", "migrate");

    assertThat(first.out())
        .isEqualTo("applied 028 context warnings\nthe schema is at version 28\n");
    assertThat(second.out()).isEqualTo("the schema is at version 28\n");
  }

  @Test
  void whatDestroysIsNotDoneWhereNobodyCanBeAsked() {
    cli.run("db", "migrate");
    cli.run("db", "backup");

    for (String[] line :
        new String[][] {
          {"db", "release", "029"},
          {"db", "rebuild"},
          {"db", "adopt", "other.db"},
          {"db", "restore", "system_backup_manual_0.db"}
        }) {
      CliRun.Result result = cli.run(line);
      assertThat(result.exitCode()).as(String.join(" ", line)).isEqualTo(2);
      assertThat(result.err()).contains("nobody can be asked here, so say --yes");
    }
    assertThat(cli.database().list()).hasSize(1);
    assertThat(held()).isOne();
  }

  @Test
  void thePersonCanSayNo() {
    cli.run("db", "migrate");

    CliRun.Result result = cli.piping("n\n").runOnTerminal("db", "release", "29");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .isEqualTo("Apply the held migration 029? [y/N] Nothing was changed.\n");
    assertThat(held()).isOne();
  }

  @Test
  void releasingSaysWhatUndoesIt() {
    cli.run("db", "migrate");

    CliRun.Result result = cli.piping("y\n").runOnTerminal("db", "release", "29");

    assertThat(result.out())
        .endsWith(
            "applied 029 drop old table\n`engine db restore %s` undoes it\n".formatted(BEFORE_029));
    assertThat(held()).isZero();
  }

  @Test
  void restoringByNameUndoesARelease() {
    cli.run("db", "migrate");
    cli.run("db", "release", "029", "--yes");

    CliRun.Result result = cli.run("db", "restore", BEFORE_029, "--yes");

    assertThat(result.out()).startsWith("restored, the schema is at version 28\n");
    assertThat(held()).isOne();
  }

  @Test
  void theContinuousCopyIsRestoredByItsFolder() {
    cli.run("db", "migrate");
    cli.database().copyTo(Path.of("/mnt/copy"));

    CliRun.Result result = cli.run("db", "restore", "/mnt/copy", "--yes");

    assertThat(result.out()).startsWith("restored, the schema is at version 28\n");
  }

  @Test
  void theContinuousCopyIsTried() {
    cli.run("db", "migrate");
    cli.database().store();
    cli.database().copyTo(Path.of("/mnt/copy"));
    cli.copied(COPY.complete(CliRun.NOW, 0));

    CliRun.Result result = cli.run("db", "drill", "--copy");

    assertThat(result.out())
        .isEqualTo("the copy in /mnt/copy is proven: restored with 1 row, up to event 1\n");
    assertThat(cli.run("db", "drill", "--copy", "--json").out())
        .contains("\"folder\" : \"/mnt/copy\"", "\"journalHead\" : 1");
  }

  @Test
  void aContinuousCopyThatIsBehindFailsItsTrial() {
    cli.run("db", "migrate");
    cli.database().copyTo(Path.of("/mnt/copy"));
    cli.database().store();
    cli.copied(COPY.complete(CliRun.NOW, 0));

    CliRun.Result result = cli.run("db", "drill", "--copy");

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.err()).contains("it goes on to event 0, the database to 1");
  }

  @Test
  void thereIsNoTrialWithoutAContinuousCopy() {
    cli.run("db", "migrate");

    assertThat(cli.run("db", "drill", "--copy").exitCode()).isEqualTo(3);
  }

  @Test
  void statusSaysHowTheContinuousCopyStands() {
    cli.run("db", "migrate");
    cli.copied(COPY.failed(CliRun.NOW.minusSeconds(180), "there is no folder"));

    assertThat(cli.run("status").out())
        .contains("copy: stands still for 3m, in /mnt/copy: there is no folder");
    assertThat(cli.run("db", "status").out()).contains("stands still for 3m, in /mnt/copy");
    assertThat(cli.run("status", "--json").out()).contains("\"failure\" : \"there is no folder\"");
  }

  @Test
  void withoutAnEngineNobodyGoesOnWithTheContinuousCopy() {
    cli.copied(COPY.complete(CliRun.NOW, 0));

    assertThat(cli.run("status").out()).contains("copy: no engine goes on with the one in");
  }

  @Test
  void anUnknownBackupIsExitCode3() {
    CliRun.Result result = cli.run("db", "restore", "other.db", "--yes");

    assertThat(result).isEqualTo(new CliRun.Result(3, "", "engine: ENG-1002 no backup other.db\n"));
  }

  @Test
  void aFileInUseIsExitCode4() {
    cli.run("db", "migrate");
    cli.database().connectSomebody();

    CliRun.Result result = cli.run("db", "rebuild", "--yes");

    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.err()).contains("process 4242 is connected to the database");
  }

  @Test
  void aFileThatDiffersIsExitCode4AndSaysHow() {
    CliRun.Result result = cli.run("db", "adopt", "other.db", "--yes");

    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                4,
                "table session_notifications is missing\n",
                "engine: ENG-1003 /project/other.db has the schema of no version; it comes nearest"
                    + " to 28, with 1 difference\n"));
  }

  @Test
  void verifyingSaysHowManyRowsThereAre() {
    cli.run("db", "migrate");

    CliRun.Result result = cli.run("db", "verify");

    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0,
                """
                TABLE                  ROWS
                session_notifications  0
                sound, schema at version 28
                """,
                ""));
  }

  @Test
  void aDamagedFileIsExitCode5() {
    CliRun.Result result = cli.run("db", "verify", "other.db", "--json");

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.out()).contains("\"sound\" : false", "\"page 7 is broken\"");
    assertThat(result.err()).contains("/project/other.db is damaged: 1 problem");
  }

  @Test
  void wrongWordsAreExitCode2() {
    assertThat(cli.run("db", "release", "none", "--yes").err())
        .contains("migration must be a number from 001 to 999, got \"none\"");
    assertThat(cli.run("db", "backup", "../x").err())
        .contains("backup name must be 1 to 40 lower-case letters, digits, _ or -");
  }

  @Test
  void onATerminalTheBarIsGoneWhenItIsDone() {
    cli.run("db", "migrate");

    CliRun.Result result = cli.runOnTerminal("db", "backup");

    assertThat(result.out()).isEqualTo("backup system_backup_manual_0.db, 0 B\n");
    assertThat(result.err()).endsWith("\r");
  }

  @Test
  void aTrialProvesTheNewestBackup() {
    cli.run("db", "migrate");
    cli.run("db", "backup", "mine");

    CliRun.Result result = cli.run("db", "drill");

    assertThat(result)
        .isEqualTo(
            new CliRun.Result(
                0,
                "system_backup_mine_0.db is proven: restored with 0 rows, 2 answers are equal\n",
                ""));
    assertThat(cli.run("db", "status", "--json").out())
        .contains("\"proven\" : {", "\"outcome\" : \"proven\"", "\"sha256\" : \"0123");
    assertThat(cli.run("status").out()).contains("backups: newest of 0s ago, proven of 0s ago");
  }

  @Test
  void aDamagedBackupIsExitCode5() {
    cli.run("db", "migrate");
    cli.run("db", "backup", "mine");
    cli.database().damage(cli.database().list().getFirst());
    String name = "system_backup_mine_0.db";

    for (List<String> line :
        List.of(
            List.of("db", "verify", name),
            List.of("db", "drill", name),
            List.of("db", "restore", name, "--yes"))) {
      CliRun.Result result = cli.run(line.toArray(String[]::new));
      assertThat(result.exitCode()).as(line.toString()).isEqualTo(5);
      assertThat(result.err()).contains("ENG-2002", name);
    }
    assertThat(cli.run("db", "backups").out()).contains("failed");
    assertThat(cli.run("status").out()).contains("failing: its bytes are not those");
  }

  @Test
  void withoutABackupThereIsNothingToTry() {
    cli.run("db", "migrate");

    CliRun.Result result = cli.run("db", "drill");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("no good backup: `engine db backup` takes one");
  }

  private int held() {
    return ((State.Present) cli.database().status().state()).held().size();
  }
}
