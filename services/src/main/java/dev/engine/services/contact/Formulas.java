package dev.engine.services.contact;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running a cell as a formula.
 *
 * <p>What could start one gets an apostrophe in front; so does what has such an apostrophe by
 * itself, and therefore taking one off gives back every text as it was.
 */
final class Formulas {

  /** With the full-width forms that some programs take for the same. */
  private static final String START = "[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]";

  private static final Pattern DANGEROUS = Pattern.compile("'*" + START + ".*", Pattern.DOTALL);
  private static final Pattern DEFUSED = Pattern.compile("'+" + START + ".*", Pattern.DOTALL);

  private Formulas() {}

  static String defused(String cell) {
    return DANGEROUS.matcher(cell).matches() ? "'" + cell : cell;
  }

  /** Undoes exactly {@link #defused}. */
  static String restored(String cell) {
    return DEFUSED.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
