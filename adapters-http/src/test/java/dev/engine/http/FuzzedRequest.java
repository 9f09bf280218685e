package dev.engine.http;

import dev.engine.domain.text.HostileTexts;
import dev.engine.domain.text.HostileTexts.Hostile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A request that a seed made of an operation: its path, query, headers and body are those of a
 * client that is wrong, old or malicious, and now and then right.
 *
 * @param latinBody a character for each byte
 */
record FuzzedRequest(String head, String latinBody) {

  private static final List<Hostile> HOSTILE = HostileTexts.all();

  /** What fields are called, so that some of the bodies get past the first check. */
  private static final List<String> NAMES =
      List.of(
          "message",
          "text",
          "content",
          "name",
          "title",
          "body",
          "urgency",
          "level",
          "pool",
          "slug",
          "prompt",
          "primitive",
          "schedule",
          "timezone",
          "instructions",
          "conversationId",
          "id",
          "sessionId",
          "priority",
          "dependsOn",
          "runAfter",
          "session_id",
          "hook_event_name",
          "jsonrpc",
          "method",
          "params",
          "arguments",
          "comment",
          "reason",
          "pause",
          "to",
          "before");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e400",
          "99999999999999999999",
          "[]",
          "{}",
          "\"\"",
          "\"high\"",
          "\"0000beef\"",
          "\"2026-01-05T12:00:00.000Z\"",
          "\"2.0\"",
          "\"tools/call\"",
          "\"\\ud800\"",
          "\"every 15m\"",
          "\"Europe/Berlin\"",
          "\"research\"",
          "\"chief-2026-01-05\"");

  private static final List<String> HEADERS =
      List.of(
          "If-Match: *",
          "If-Match: \"x\"",
          "If-None-Match: *",
          "Range: bytes=0-",
          "Range: bytes=9-1",
          "Range: lines=1",
          "Last-Event-ID: -1",
          "Accept: text/plain",
          "Accept: */*;q=0",
          "Idempotency-Key: fuzz",
          "Idempotency-Key: ",
          "Cookie: engine_1=x; engine_1=y",
          "X-Claude-Session-Id: nobody",
          "Expect: 200-maybe",
          "Mcp-Method: tools/list");

  /**
   * The next one.
   *
   * @param operation method and path with its variable parts in braces
   */
  static FuzzedRequest of(String operation, String authority, Random random) {
    String[] parts = operation.split(" ", 2);
    byte[] body = random.nextInt(4) == 0 ? new byte[0] : body(random);
    StringBuilder head = new StringBuilder();
    head.append(parts[0]).append(' ').append(path(parts[1], random)).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(authority).append("\r\n");
    head.append("Authorization: Bearer ").append(House.TOKEN).append("\r\n");
    for (int i = random.nextInt(3); i > 0; i--) {
      head.append(pick(HEADERS, random)).append("\r\n");
    }
    if (body.length > 0) {
      head.append("Content-Type: ").append(type(random)).append("\r\n");
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    return new FuzzedRequest(
        head.append("\r\n").toString(), new String(body, StandardCharsets.ISO_8859_1));
  }

  byte[] body() {
    return latinBody.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    return head + latinBody;
  }

  private static String path(String template, Random random) {
    StringBuilder path = new StringBuilder();
    for (String piece : template.split("(?=\\{)|(?<=\\})", -1)) {
      path.append(piece.startsWith("{") ? segment(random) : piece);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      path.append(path.indexOf("?") < 0 ? '?' : '&');
      path.append(pick(List.of("limit", "after", "conversation", "since", "n", "q"), random));
      path.append('=').append(encoded(random));
    }
    return path.toString();
  }

  private static String segment(Random random) {
    return random.nextInt(3) == 0 ? encoded(random) : "0000beef";
  }

  private static String encoded(Random random) {
    String text = random.nextBoolean() ? hostile(random) : String.valueOf(random.nextInt(600));
    return URLEncoder.encode(text.isEmpty() ? "x" : text, StandardCharsets.UTF_8);
  }

  private static String hostile(Random random) {
    String text = pick(HOSTILE, random).text();
    return text.substring(0, Math.min(text.length(), 40));
  }

  private static String type(Random random) {
    return random.nextInt(8) == 0 ? "text/csv" : "application/json";
  }

  /** JSON of some depth, of which every third has lost or gained a byte somewhere. */
  private static byte[] body(Random random) {
    byte[] bytes = object(random, 0).getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(3) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static String object(Random random, int depth) {
    List<String> fields = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      fields.add("\"%s\":%s".formatted(pick(NAMES, random), value(random, depth)));
    }
    return "{" + String.join(",", fields) + "}";
  }

  private static String value(Random random, int depth) {
    return switch (random.nextInt(6)) {
      case 0 -> depth > 3 ? "1" : object(random, depth + 1);
      case 1 -> depth > 3 ? "2" : "[" + value(random, depth + 1) + "]";
      case 2, 3 -> quoted(pick(HOSTILE, random).text());
      default -> pick(VALUES, random);
    };
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(unit -> json.append("\\u%04x".formatted(unit)));
    return json.append('"').toString();
  }

  private static <T> T pick(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
