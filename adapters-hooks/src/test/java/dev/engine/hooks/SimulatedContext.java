package dev.engine.hooks;

import dev.engine.domain.notification.NotificationId;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one context of a simulated model really holds: the notices in the answers that were read.
 */
final class SimulatedContext {

  private static final Pattern NOTICE =
      Pattern.compile("--- NOTICE \\d OF \\d, id ([0-9a-f]{8}) ---");

  private final Set<NotificationId> held = new HashSet<>();

  /** The ids of the notices in {@code answer}, in its order. */
  static Set<NotificationId> told(String answer) {
    Matcher notices = NOTICE.matcher(answer);
    return notices
        .results()
        .map(notice -> new NotificationId(notice.group(1)))
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  /** Takes {@code notice} in, and says whether it was not there. */
  boolean takesIn(NotificationId notice) {
    return held.add(notice);
  }

  boolean holds(NotificationId notice) {
    return held.contains(notice);
  }
}
