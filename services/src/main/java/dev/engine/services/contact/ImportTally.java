package dev.engine.services.contact;

import dev.engine.domain.contact.Adding;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Counts what becomes of the records of a file. For one thread. */
final class ImportTally {

  private final SortedSet<String> leftOut;
  private final List<ImportReport.Known> known = new ArrayList<>();
  private final List<ImportReport.Rejected> rejected = new ArrayList<>();
  private int addedCount;

  ImportTally(SortedSet<String> leftOut) {
    this.leftOut = leftOut;
  }

  void rejected(ImportRecord.Unusable one) {
    rejected.add(new ImportReport.Rejected(one.line(), one.reason()));
  }

  void took(ImportRecord.Person one, Adding adding) {
    switch (adding) {
      case Adding.Added now -> addedCount++;
      case Adding.KnownAs before ->
          known.add(new ImportReport.Known(one.line(), one.details().name(), before.contact()));
    }
  }

  int addedCount() {
    return addedCount;
  }

  int recordCount() {
    return addedCount + known.size() + rejected.size();
  }

  /** What there is to say so far. */
  ImportReport report() {
    return new ImportReport(addedCount, List.copyOf(known), List.copyOf(rejected), leftOut);
  }
}
