package dev.engine.host;

import dev.engine.domain.context.ContextFill;
import dev.engine.domain.context.ContextProbe;
import dev.engine.domain.context.ContextReading;
import dev.engine.domain.context.ContextSource;
import dev.engine.domain.session.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Reads the tokens of the last answer in the client's transcript, one JSON object a line. The
 * format is the client's own and lags behind: whatever is not as expected is passed over.
 */
public final class TranscriptProbe implements ContextProbe {

  /** Where the last answers stand, unless the output of a tool is longer; then nothing is known. */
  private static final int TAIL_BYTES = 256 * 1024;

  /** What the client writes in place of a model for what no model has said. */
  private static final JsonValue NO_MODEL = JsonValue.of("<synthetic>");

  private static final List<String> SENT =
      List.of("input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens");

  @Override
  public Optional<ContextReading> read(Session session) {
    String path = session.client().transcriptPath();
    if (path == null) {
      return Optional.empty();
    }
    try {
      Path file = Path.of(path);
      return Files.isRegularFile(file) ? lastIn(tail(file)) : Optional.empty();
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<ContextReading> lastIn(String tail) {
    return tail.lines().toList().reversed().stream()
        .filter(line -> line.contains("\"usage\""))
        .map(TranscriptProbe::reading)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<ContextReading> reading(String line) {
    try {
      JsonPart.Obj entry = JsonOutline.of(line);
      boolean isOfSubagent = is(entry, "isSidechain", JsonValue.of(true));
      return isOfSubagent || !is(entry, "type", JsonValue.of("assistant"))
          ? Optional.empty()
          : object(entry, "message")
              .filter(message -> !is(message, "model", NO_MODEL))
              .flatMap(message -> object(message, "usage"))
              .map(TranscriptProbe::tokens)
              .filter(tokens -> tokens > 0)
              .map(tokens -> reading(tokens, time(entry)));
    } catch (UnreadableSettings | DateTimeException | NumberFormatException notAsExpected) {
      return Optional.empty();
    }
  }

  private static ContextReading reading(long tokens, Instant at) {
    return new ContextReading(ContextFill.ofTokens(tokens), at, ContextSource.TRANSCRIPT);
  }

  private static long tokens(JsonPart.Obj usage) {
    long sum = 0;
    for (String name : SENT) {
      if (usage.get(name).orElse(null) instanceof JsonPart.Literal number) {
        sum += Integer.parseInt(number.literal());
      }
    }
    return sum;
  }

  private static Instant time(JsonPart.Obj entry) {
    if (!(entry.get("timestamp").orElse(null) instanceof JsonPart.Text text)) {
      throw new DateTimeException("no time");
    }
    return Instant.parse(text.text()).truncatedTo(ChronoUnit.MILLIS);
  }

  private static Optional<JsonPart.Obj> object(JsonPart.Obj parent, String name) {
    return parent.get(name).filter(JsonPart.Obj.class::isInstance).map(JsonPart.Obj.class::cast);
  }

  private static boolean is(JsonPart.Obj parent, String name, JsonValue value) {
    return parent.get(name).filter(part -> part.value().equals(value)).isPresent();
  }

  /** Whole lines; what stands before the first of them is cut off. */
  private static String tail(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long start = Math.max(0, channel.size() - TAIL_BYTES);
      ByteBuffer bytes = ByteBuffer.allocate(TAIL_BYTES);
      for (int read = 0; read >= 0 && bytes.hasRemaining(); ) {
        read = channel.read(bytes, start + bytes.position());
      }
      String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
      return start == 0 ? text : text.substring(text.indexOf('\n') + 1);
    }
  }
}
