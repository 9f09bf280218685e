package dev.engine.cli;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.error.EngineException.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/** Text that a command is given: in a file, or piped into it where the file is {@code -}. */
final class TextSource {

  /** Far more than a file that people make; it is held in memory. */
  private static final int MAX_BYTES = 64 * 1024 * 1024;

  private final Context context;

  TextSource(Context context) {
    this.context = context;
  }

  /**
   * All of it.
   *
   * @throws NotFound if there is no such file
   * @throws InvalidInput if it cannot be read, lies in the engine's home, is larger than 64 MiB or
   *     not in UTF-8
   */
  String read(String file) {
    try (InputStream in = open(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new InvalidInput("file", "at most 64 MiB", file);
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException missing) {
      throw new NotFound("file", file);
    } catch (CharacterCodingException otherEncoding) {
      throw new InvalidInput("file", "text in UTF-8", file);
    } catch (IOException failure) {
      throw new InvalidInput("file", "one that can be read (" + failure.getMessage() + ")", file);
    }
  }

  private InputStream open(String file) throws IOException {
    return file.equals("-")
        ? context.in()
        : Files.newInputStream(new NamedFiles(context).find(file));
  }
}
