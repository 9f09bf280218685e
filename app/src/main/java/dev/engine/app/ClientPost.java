package dev.engine.app;

import dev.engine.app.InstalledHooks.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An HTTP hook, called as Claude Code calls it: the payload is posted, with the headers of the
 * settings, in which the variables that are allowed stand for their values.
 */
final class ClientPost {

  /** A header that every HTTP hook of Engine's has. */
  static final String MARK = "X-Engine-Hook";

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final int USUAL_PORT = 80;

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*)\\}?");

  private final URI url;
  private final Map<String, String> headers;

  private ClientPost(URI url, Map<String, String> headers) {
    this.url = url;
    this.headers = headers;
  }

  static ClientPost of(JsonNode handler, Map<String, String> environment) {
    Set<String> allowed = new HashSet<>();
    handler.path("allowedEnvVars").valueStream().forEach(name -> allowed.add(name.asString()));
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> header : handler.path("headers").properties()) {
      headers.put(header.getKey(), filled(header.getValue().asString(), allowed, environment));
    }
    return new ClientPost(URI.create(handler.path("url").asString()), headers);
  }

  /** Posts {@code payload} and waits for the answer; a client says of trouble what this says. */
  Result post(String payload) {
    try (Socket socket = new Socket()) {
      int port = url.getPort() < 0 ? USUAL_PORT : url.getPort();
      int millis = Math.toIntExact(LIMIT.toMillis());
      socket.connect(new InetSocketAddress(url.getHost(), port), millis);
      socket.setSoTimeout(millis);
      OutputStream out = socket.getOutputStream();
      out.write(request(payload.getBytes(StandardCharsets.UTF_8)));
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean isTaken = answer.startsWith("HTTP/1.1 2");
      String said = answer.lines().findFirst().orElse("no answer");
      return new Result(isTaken ? 0 : 1, body(answer), isTaken ? "" : said);
    } catch (IOException refused) {
      return new Result(1, "", "%s: %s".formatted(url, refused.getMessage()));
    }
  }

  private byte[] request(byte[] body) {
    StringBuilder head = new StringBuilder();
    head.append("POST ").append(url.getRawPath()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(url.getRawAuthority()).append("\r\n");
    head.append("Content-Type: application/json\r\nConnection: close\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[start.length + body.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return all;
  }

  private static String body(String answer) {
    int headEnd = answer.indexOf("\r\n\r\n");
    return headEnd < 0 ? "" : answer.substring(headEnd + "\r\n\r\n".length());
  }

  /** A variable that is not allowed, or not set, is nothing. */
  private static String filled(
      String template, Set<String> allowed, Map<String, String> environment) {
    Matcher variable = VARIABLE.matcher(template);
    return variable.replaceAll(
        found ->
            Matcher.quoteReplacement(
                allowed.contains(found.group(1))
                    ? environment.getOrDefault(found.group(1), "")
                    : ""));
  }
}
