package dev.engine.cli;

import dev.engine.domain.database.Backup;
import dev.engine.domain.database.BackupStanding;
import dev.engine.domain.database.DatabaseStatus;
import dev.engine.domain.database.DatabaseStatus.State;
import dev.engine.domain.database.FileSize;
import dev.engine.domain.database.HeldMigration;
import dev.engine.domain.install.HomeFolder;
import dev.engine.wire.DatabaseJson;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "status",
    description = "Show the schema's version, what is pending and held, the size, and backups.",
    footer = {"", "Examples: engine db status", "          engine db status --json"})
final class DbStatusCommand implements Runnable {

  private final Context context;

  @Mixin private JsonOption json;

  DbStatusCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    DatabaseStatus status = context.database().status();
    BackupStanding standing = context.backups().standing();
    List<Backup> backups = context.backups().list();
    json.print(
        context.output(),
        () -> DatabaseJson.of(status, standing, backups),
        () -> print(status, standing, backups));
  }

  private void print(DatabaseStatus status, BackupStanding standing, List<Backup> backups) {
    Output output = context.output();
    output.line(Cell.of(status.file(), Tone.HEADING));
    switch (status.state()) {
      case State.Missing none -> output.line("There is none yet: `engine db migrate` makes one.");
      case State.Present present -> {
        print(present);
        output.field("backups", Database.standing(standing, context.now()));
        printCopy();
      }
    }
    output.emptyLine();
    output.table(Database.backups(backups, output), "No backups.");
  }

  private void printCopy() {
    HomeFolder home = context.home();
    context
        .program()
        .copy(home)
        .ifPresent(
            copy -> {
              boolean isServed = context.program().serving().find(home).isPresent();
              context.output().field("copy", Database.standing(copy, isServed, context.now()));
            });
  }

  private void print(State.Present present) {
    Output output = context.output();
    FileSize size = present.size();
    output.field("schema", "version %d".formatted(present.version()));
    output.field("migrations", migrations(present));
    output.field(
        "size",
        "%s in %,d pages, of which %,d are free"
            .formatted(Bytes.of(size.bytes()), size.pages(), size.freePages()));
    output.field("log", Bytes.of(size.walBytes()));
    for (HeldMigration held : present.held()) {
      output.field("held", held.migration() + ": " + held.reason());
      output.field(
          "", held.drops().isEmpty() ? null : "would drop " + Database.counted(held.drops()));
    }
  }

  private static String migrations(State.Present present) {
    if (present.version() > 0 && present.applied().isEmpty()) {
      return "no history: `engine db adopt` finds out its version";
    }
    String counts =
        "%d applied, %d pending, %d held"
            .formatted(present.applied().size(), present.pending().size(), present.held().size());
    return present.pending().isEmpty()
        ? counts
        : counts + ": `engine db migrate` applies what is pending";
  }
}
