package dev.engine.app.chaos;

import java.util.ArrayList;
import java.util.List;

/** Several lists made one, in which they take turns. */
final class Turns {

  private Turns() {}

  static <T> List<T> of(List<List<T>> lists) {
    List<T> all = new ArrayList<>();
    int longest = lists.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (List<T> list : lists) {
        if (i < list.size()) {
          all.add(list.get(i));
        }
      }
    }
    return all;
  }
}
