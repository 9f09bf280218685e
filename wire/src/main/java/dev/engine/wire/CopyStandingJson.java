package dev.engine.wire;

import dev.engine.domain.database.CopyStanding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the continuous copy stands, on the wire. */
public record CopyStandingJson(
    String folder,
    @Description("whether the database's disk takes it along") boolean onSameDisk,
    @Description("all that was committed before then is in it; absent if there is none yet")
        @Nullable Instant completeTo,
    @Description("bytes copied since the engine started; nobody but that engine knows")
        @Nullable Long shippedBytes,
    @Description("since when it stands still; absent while it goes on")
        @Nullable Instant failingSince,
    @Description("why it stands still") @Nullable String failure) {

  /** As the engine that makes the copy knows it; null if there is none. */
  public static @Nullable CopyStandingJson of(@Nullable CopyStanding copy) {
    return copy == null ? null : of(copy, copy.shippedBytes());
  }

  /** As that engine has written it down when it changed last; null if there is none. */
  public static @Nullable CopyStandingJson writtenDown(@Nullable CopyStanding copy) {
    return copy == null ? null : of(copy, null);
  }

  private static CopyStandingJson of(CopyStanding copy, @Nullable Long shippedBytes) {
    CopyStanding.Trouble trouble = copy.trouble();
    return new CopyStandingJson(
        copy.folder().toString(),
        copy.isOnSameDisk(),
        copy.completeTo(),
        shippedBytes,
        trouble == null ? null : trouble.since(),
        trouble == null ? null : trouble.reason());
  }
}
