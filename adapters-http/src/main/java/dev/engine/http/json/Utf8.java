package dev.engine.http.json;

import dev.engine.domain.error.EngineException.InvalidInput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes to text. What is no text is refused, where other readers would put question marks. */
public final class Utf8 {

  private Utf8() {}

  /**
   * The text that {@code bytes} are in UTF-8.
   *
   * @param what names the bytes in the failure
   * @param shape what they must be, such as {@code JSON in UTF-8}
   * @throws InvalidInput if they are not
   */
  public static String text(byte[] bytes, String what, String shape) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new InvalidInput(what, shape, "bytes that are not UTF-8");
    }
  }
}
