package dev.engine.persistence;

import dev.engine.domain.database.BackupOutcome;
import dev.engine.domain.database.BackupSeal;
import dev.engine.domain.database.BackupSeal.State;
import dev.engine.domain.database.TableRows;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.id.WireName;
import dev.engine.domain.journal.Facts;
import dev.engine.persistence.convert.UtcText;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A {@link BackupSeal} as the JSON object that lies beside its backup. */
final class SealText {

  private SealText() {}

  static String of(BackupSeal seal) {
    Facts facts =
        Facts.NONE
            .with("sha256", seal.sha256())
            .with("journalHead", seal.journalHead())
            .with("version", seal.version())
            .with("rows", rows(seal.rows()))
            .with("verifiedAt", UtcText.of(seal.verifiedAt()))
            .with("outcome", seal.state().outcome());
    return switch (seal.state()) {
          case State.Verified sound -> facts;
          case State.Proven(Instant at) -> facts.with("provenAt", UtcText.of(at));
          case State.Failed(Instant at, String reason) ->
              facts.with("failedAt", UtcText.of(at)).with("reason", reason);
        }
        + "\n";
  }

  /** The seal that {@code text} says; empty for a text that says none, which proves nothing. */
  static Optional<BackupSeal> parse(String text) {
    try {
      Facts facts = new Facts(text.strip());
      return Optional.of(
          new BackupSeal(
              fact(facts, "sha256"),
              Long.parseLong(fact(facts, "journalHead")),
              Integer.parseInt(fact(facts, "version")),
              rows(fact(facts, "rows")),
              UtcText.parse(fact(facts, "verifiedAt")),
              state(facts)));
    } catch (InvalidInput | NumberFormatException damaged) {
      return Optional.empty();
    }
  }

  private static State state(Facts facts) {
    return switch (WireName.of("outcome", BackupOutcome.class, fact(facts, "outcome"))) {
      case PROVEN -> new State.Proven(UtcText.parse(fact(facts, "provenAt")));
      case FAILED ->
          new State.Failed(UtcText.parse(fact(facts, "failedAt")), fact(facts, "reason"));
      case TAKEN, KEPT -> new State.Verified();
    };
  }

  private static String fact(Facts facts, String name) {
    return facts.find(name).orElseThrow(() -> new InvalidInput("seal", "one with " + name, ""));
  }

  private static String rows(List<TableRows> rows) {
    return rows.stream()
        .map(one -> one.table() + " " + one.rows())
        .collect(Collectors.joining(", "));
  }

  private static List<TableRows> rows(String text) {
    return Arrays.stream(text.split(", ", -1))
        .filter(one -> !one.isEmpty())
        .map(one -> one.split(" ", -1))
        .map(words -> new TableRows(words[0], Long.parseLong(words[words.length - 1])))
        .toList();
  }
}
