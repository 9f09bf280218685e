package dev.engine.hooks;

import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.hook.HookEventId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file in the spool holds: the request that would have been posted to a running engine, but
 * for the token. {@code bin/engine-hook} writes the same.
 */
final class SpooledText {

  private static final String LINE_END = "\r\n";
  private static final String HEAD_END = LINE_END + LINE_END;

  /** More than all headers at their longest. */
  private static final int MAX_HEAD_BYTES = 8_192;

  private static final Pattern REQUEST_LINE =
      Pattern.compile("POST /hooks/([A-Za-z0-9._-]{1,64}) HTTP/1\\.1");

  private static final Pattern HEADER = Pattern.compile("([A-Za-z-]{1,64}): ([ -~]{1,512})");

  private SpooledText() {}

  static byte[] write(HookRequest request) {
    byte[] body = request.payload().getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(512);
    head.append("POST /hooks/").append(pathName(request)).append(" HTTP/1.1").append(LINE_END);
    new TreeMap<>(request.headers())
        .forEach((name, value) -> head.append(name).append(": ").append(value).append(LINE_END));
    head.append("content-length: ").append(body.length).append(HEAD_END);
    byte[] start = head.toString().getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return all;
  }

  /**
   * The request that {@code content} is.
   *
   * @throws InvalidInput if it is cut off, goes on behind its end, or is something else
   */
  static HookRequest read(byte[] content) {
    String start =
        new String(
            content, 0, Math.min(content.length, MAX_HEAD_BYTES), StandardCharsets.ISO_8859_1);
    int headEnd = start.indexOf(HEAD_END);
    if (headEnd < 0) {
      throw corrupt("something without a head");
    }
    String[] lines = start.substring(0, headEnd).split(LINE_END, -1);
    Matcher requestLine = REQUEST_LINE.matcher(lines[0]);
    if (!requestLine.matches()) {
      throw corrupt(lines[0]);
    }
    Map<String, String> headers = headers(lines);
    int bodyStart = headEnd + HEAD_END.length();
    requireWhole(headers, content.length - bodyStart);
    String body =
        new String(content, bodyStart, content.length - bodyStart, StandardCharsets.UTF_8);
    return new HookRequest(requestLine.group(1), headers, body);
  }

  private static Map<String, String> headers(String[] lines) {
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      Matcher header = HEADER.matcher(lines[i]);
      if (!header.matches()) {
        throw corrupt(lines[i]);
      }
      headers.put(header.group(1).toLowerCase(Locale.ROOT), header.group(2));
    }
    return headers;
  }

  private static void requireWhole(Map<String, String> headers, int bodyLength) {
    String told = headers.getOrDefault("content-length", "no length");
    if (!told.equals(Integer.toString(bodyLength))) {
      throw corrupt("%s, and %d bytes are there".formatted(told, bodyLength));
    }
    if (!HookEventId.isShapeOf(headers.getOrDefault(key(HookRequest.EVENT_ID), ""))
        || !headers.containsKey(key(HookRequest.CALLED_AT))) {
      throw corrupt("no id or no time");
    }
  }

  private static String key(String header) {
    return header.toLowerCase(Locale.ROOT);
  }

  private static String pathName(HookRequest request) {
    boolean isPlain = request.eventName().matches("[A-Za-z0-9._-]{1,64}");
    return isPlain ? request.eventName() : "unnamed";
  }

  private static InvalidInput corrupt(String got) {
    return new InvalidInput("spooled event", "a whole request with id, time and length", got);
  }
}
