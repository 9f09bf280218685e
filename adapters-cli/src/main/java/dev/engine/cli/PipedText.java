package dev.engine.cli;

import dev.engine.domain.content.Exhibit;
import dev.engine.domain.error.EngineException.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text that is piped into a command. */
final class PipedText {

  private PipedText() {}

  /**
   * All that there is, in UTF-8.
   *
   * @throws InvalidInput if it is longer than anything that may be staged, or is not UTF-8
   */
  static String read(InputStream in) {
    try {
      byte[] bytes = in.readNBytes(Exhibit.MAX_BODY + 1);
      if (bytes.length > Exhibit.MAX_BODY) {
        throw refused("at most %,d bytes".formatted(Exhibit.MAX_BODY));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      throw refused("text in UTF-8");
    } catch (IOException unreadable) {
      throw refused("something that can be read");
    }
  }

  private static InvalidInput refused(String shape) {
    return new InvalidInput("what is piped in", shape, "-");
  }
}
