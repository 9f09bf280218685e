package dev.engine.cli;

import dev.engine.services.doctor.DatabaseCheck;
import dev.engine.services.doctor.Doctor;
import dev.engine.services.doctor.Doctor.Diagnosis;
import dev.engine.services.doctor.Finding;
import dev.engine.services.doctor.Finding.Fail;
import dev.engine.services.doctor.Finding.Pass;
import dev.engine.services.doctor.Finding.Warn;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    description = "Find out whether everything is right here, and what to do if not.",
    footer = {
      "",
      "Examples: engine doctor",
      "          engine doctor --canary",
      "          engine doctor --fix",
      "",
      "Exit codes: 0 nothing fails (a warning is no failure), 5 the database fails, 4 something"
          + " else does."
    })
final class DoctorCommand implements Callable<Integer> {

  private final Context context;

  @Option(
      names = "--fix",
      description = "First close the home to others and register the hooks again, where needed.")
  private boolean isTreatment;

  @Option(
      names = "--canary",
      description =
          "Instead, fire a marked event through each hook in Claude Code's settings and see that it"
              + " is stored.")
  private boolean isCanary;

  @Mixin private JsonOption json;

  DoctorCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (isCanary) {
      return new CanaryReport(context, json).call();
    }
    Doctor doctor = context.program().doctor(context.home());
    List<Diagnosis> diagnoses = isTreatment ? doctor.treat() : doctor.examine();
    json.print(
        context.output(),
        () -> diagnoses.stream().map(DiagnosisJson::of).toList(),
        () -> diagnoses.forEach(this::print));
    return exitCode(diagnoses);
  }

  private void print(Diagnosis diagnosis) {
    Finding finding = diagnosis.finding();
    Output output = context.output();
    String line = "%-4s  %-10s %s".formatted(word(finding), diagnosis.check(), finding.fact());
    output.line(Cell.of(line, tone(finding)));
    String remedy = remedy(finding);
    if (remedy != null) {
      output.line(Cell.of("                 " + remedy, Tone.MUTED));
    }
  }

  private static int exitCode(List<Diagnosis> diagnoses) {
    List<String> failed =
        diagnoses.stream()
            .filter(diagnosis -> diagnosis.finding() instanceof Fail)
            .map(Diagnosis::check)
            .toList();
    if (failed.isEmpty()) {
      return 0;
    }
    return failed.contains(DatabaseCheck.NAME) ? ExitCodes.STORAGE : ExitCodes.CONFLICT;
  }

  private static String word(Finding finding) {
    return switch (finding) {
      case Pass pass -> "pass";
      case Warn warn -> "warn";
      case Fail fail -> "fail";
    };
  }

  private static Tone tone(Finding finding) {
    return switch (finding) {
      case Pass pass -> Tone.PASS;
      case Warn warn -> Tone.WARN;
      case Fail fail -> Tone.FAIL;
    };
  }

  private static @Nullable String remedy(Finding finding) {
    return switch (finding) {
      case Pass pass -> null;
      case Warn warn -> warn.remedy();
      case Fail fail -> fail.remedy();
    };
  }

  /** What one check found, on the wire; without a remedy where none is needed. */
  record DiagnosisJson(String check, String outcome, String fact, @Nullable String remedy) {

    static DiagnosisJson of(Diagnosis diagnosis) {
      Finding finding = diagnosis.finding();
      return new DiagnosisJson(
          diagnosis.check(), word(finding), finding.fact(), DoctorCommand.remedy(finding));
    }
  }
}
