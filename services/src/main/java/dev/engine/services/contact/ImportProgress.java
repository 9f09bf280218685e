package dev.engine.services.contact;

/** Is told how far an import has come. */
@FunctionalInterface
public interface ImportProgress {

  /** Of whom nobody hears. */
  ImportProgress SILENT = (done, total) -> {};

  /** {@code done} of {@code total} records are dealt with. */
  void reached(int done, int total);
}
