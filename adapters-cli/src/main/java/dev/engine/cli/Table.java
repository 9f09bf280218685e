package dev.engine.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * Rows under headings, aligned to the left. Where a terminal is too narrow, the last column gives
 * first, then whichever is the widest.
 */
final class Table {

  private static final int GAP = 2;

  /** What every column keeps on the narrowest terminal: an id must stay whole. */
  private static final int LEAST_COLUMNS = 8;

  /** What the last column, which is the longest as a rule, keeps while the others are whole. */
  private static final int LEAST_LAST_COLUMNS = 12;

  private final List<Cell> headings;
  private final List<List<Cell>> rows = new ArrayList<>();

  Table(String... headings) {
    this.headings = Arrays.stream(headings).map(heading -> Cell.of(heading, Tone.HEADING)).toList();
  }

  /** Adds a row with one cell for each heading. */
  void row(Cell... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          "a row must have %d cells, got %d".formatted(headings.size(), cells.length));
    }
    rows.add(List.of(cells));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines of this table, headings first, none wider than {@code columns} where that can be. */
  List<AttributedString> lines(int columns) {
    List<List<Cell>> all = new ArrayList<>();
    all.add(headings);
    all.addAll(rows);
    int[] widths = fitted(widths(all), columns - GAP * (headings.size() - 1));
    return all.stream().map(row -> line(row, widths)).toList();
  }

  private int[] widths(List<List<Cell>> all) {
    int[] widths = new int[headings.size()];
    for (List<Cell> row : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).columns());
      }
    }
    return widths;
  }

  private static int[] fitted(int[] widths, int columns) {
    int last = widths.length - 1;
    int excess = Math.max(0, Arrays.stream(widths).sum() - columns);
    int given = Math.min(excess, Math.max(0, widths[last] - LEAST_LAST_COLUMNS));
    widths[last] -= given;
    excess -= given;
    for (int widest = widest(widths);
        excess > 0 && widths[widest] > LEAST_COLUMNS;
        widest = widest(widths)) {
      widths[widest]--;
      excess--;
    }
    return widths;
  }

  /** Of several, the one furthest to the right: what stands to the left says more. */
  private static int widest(int[] widths) {
    int widest = 0;
    for (int i = 1; i < widths.length; i++) {
      if (widths[i] >= widths[widest]) {
        widest = i;
      }
    }
    return widest;
  }

  private static AttributedString line(List<Cell> row, int[] widths) {
    AttributedStringBuilder line = new AttributedStringBuilder();
    int last = widths.length - 1;
    for (int i = 0; i <= last; i++) {
      AttributedString cell = cut(row.get(i), widths[i]);
      line.append(cell);
      if (i < last) {
        line.append(" ".repeat(widths[i] - cell.columnLength() + GAP));
      }
    }
    return line.toAttributedString();
  }

  private static AttributedString cut(Cell cell, int columns) {
    if (cell.columns() <= columns) {
      return cell.styled();
    }
    AttributedStringBuilder cut = new AttributedStringBuilder();
    cut.append(cell.styled().columnSubSequence(0, columns - 1));
    cut.append("…", cell.tone().style());
    return cut.toAttributedString();
  }
}
