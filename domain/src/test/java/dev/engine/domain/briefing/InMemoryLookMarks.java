package dev.engine.domain.briefing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link LookMarks} for the tests of everything above storage. */
public final class InMemoryLookMarks implements LookMarks {

  private final Map<Reader, LookMark> marks = new HashMap<>();

  @Override
  public synchronized Optional<LookMark> find(Reader reader) {
    return Optional.ofNullable(marks.get(reader));
  }

  @Override
  public synchronized Looking advance(Reader reader, long upTo, Instant at) {
    LookMark before = marks.get(reader);
    if (before != null && before.position() > upTo) {
      return new Looking.LookedBefore(before);
    }
    LookMark mark = new LookMark(reader, upTo, at);
    marks.put(reader, mark);
    return new Looking.LookedNow(mark);
  }
}
