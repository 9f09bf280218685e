package dev.engine.services.calendar;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Patterns to compare two readings of: fifty that people write or get wrong, and drawn ones. */
final class CronPatterns {

  private static final List<String> WRITTEN =
      List.of(
          "* * * * *",
          "*/15 * * * *",
          "*/7 * * * *",
          "0,30 * * * *",
          "7,22,37,52 * * * *",
          "5-10 * * * *",
          "0 * * * *",
          "30 * * * *",
          "59 * * * *",
          "0 0 * * *",
          "1 0 * * *",
          "30 0 * * *",
          "59 23 * * *",
          "0 1 * * *",
          "30 1 * * *",
          "0 2 * * *",
          "15 2 * * *",
          "30 2 * * *",
          "0 3 * * *",
          "*/15 2 * * *",
          "*/20 1-3 * * *",
          "*/10 0-6 * * *",
          "0,30 0,23 * * *",
          "45 */2 * * *",
          "0 */6 * * *",
          "*/30 */3 * * *",
          "0 9-17 * * MON-FRI",
          "30 2 * * SUN",
          "30 2 * * 7",
          "30 2 * * 0",
          "*/5 * * * SUN",
          "*/5 * * * 6-7",
          "0 12 * * SAT-SUN",
          "30 1 * * SUN-TUE",
          "30 2 1-7 * SUN",
          "15 3 */2 * MON",
          "15 3 1,15 * */2",
          "30 2 8-14 3 *",
          "0 0 1 * *",
          "*/10 * 25-31 3,10 *",
          "30 2 31 * *",
          "0 2 * 3,11 SUN",
          "30 1 * OCT-NOV SUN",
          "0 0 30 12 *",
          "30 23 29-31 12 FRI",
          "20 4 29 2 *",
          "5/20 * * * *",
          "10-50/10 2 * * 0-6",
          "0 0,2,3 * APR,SEP *",
          "58-59 23 * * *",
          "*/12 0 * * 1-7/2");

  private CronPatterns() {}

  /** The same {@code count} of them each time. */
  static List<String> first(int count) {
    SplittableRandom random = new SplittableRandom(20_260_105);
    Stream<String> drawn = Stream.generate(() -> drawn(random));
    return Stream.concat(WRITTEN.stream(), drawn).distinct().limit(count).toList();
  }

  private static String drawn(SplittableRandom random) {
    return String.join(
        " ",
        field(random, 0, 59, 20),
        field(random, 0, 23, 40),
        field(random, 1, 31, 70),
        field(random, 1, 12, 80),
        field(random, 0, 7, 70));
  }

  /**
   * @param percentAny how many of a hundred fields are a star
   */
  private static String field(SplittableRandom random, int least, int most, int percentAny) {
    if (random.nextInt(100) < percentAny) {
      return "*";
    }
    int from = random.nextInt(least, most + 1);
    int to = random.nextInt(from, most + 1);
    int step = random.nextInt(1, Math.max(2, (most - least) / 2));
    return switch (random.nextInt(5)) {
      case 0 -> "*/" + step;
      case 1 -> from + "-" + to;
      case 2 -> from + "-" + to + "/" + step;
      case 3 -> from + "," + to + "," + random.nextInt(least, most + 1);
      default -> String.valueOf(from);
    };
  }
}
