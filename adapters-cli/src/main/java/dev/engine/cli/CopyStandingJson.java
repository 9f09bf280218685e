package dev.engine.cli;

import dev.engine.domain.database.CopyStanding;
import org.jspecify.annotations.Nullable;

/**
 * How the continuous copy stands, on the wire, as the engine that copies has said when that changed
 * last.
 *
 * @param completeTo when it was complete then; absent if it was not yet
 * @param failingSince absent unless it stands still, as the reason is
 */
record CopyStandingJson(
    String folder,
    boolean onSameDisk,
    @Nullable String completeTo,
    @Nullable String failingSince,
    @Nullable String failure) {

  static @Nullable CopyStandingJson of(@Nullable CopyStanding copy) {
    if (copy == null) {
      return null;
    }
    CopyStanding.Trouble trouble = copy.trouble();
    return new CopyStandingJson(
        copy.folder().toString(),
        copy.isOnSameDisk(),
        copy.completeTo() == null ? null : copy.completeTo().toString(),
        trouble == null ? null : trouble.since().toString(),
        trouble == null ? null : trouble.reason());
  }
}
