package dev.engine.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Rows under headings, aligned to the left. The last column takes what is left of the line. */
final class Table {

  private static final int GAP = 2;

  /** What the last column keeps on a terminal that is too narrow for the others. */
  private static final int LEAST_COLUMNS = 12;

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
    int[] widths = widths(all);
    int taken = Arrays.stream(widths, 0, widths.length - 1).map(width -> width + GAP).sum();
    int rest = Math.max(LEAST_COLUMNS, columns - taken);
    return all.stream().map(row -> line(row, widths, rest)).toList();
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

  private static AttributedString line(List<Cell> row, int[] widths, int rest) {
    AttributedStringBuilder line = new AttributedStringBuilder();
    int last = widths.length - 1;
    for (int i = 0; i < last; i++) {
      Cell cell = row.get(i);
      line.append(cell.styled());
      line.append(" ".repeat(widths[i] - cell.columns() + GAP));
    }
    line.append(cut(row.get(last), rest));
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
