package dev.engine.http;

import dev.engine.http.api.Bodies;
import dev.engine.http.api.Call;
import dev.engine.http.api.Operation;
import dev.engine.http.api.Parameter;
import dev.engine.http.metrics.Metrics;
import dev.engine.http.metrics.Metrics.Latencies;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** {@code POST /hooks/{event}}: where {@code engine-hook} brings its events. */
final class HookRoutes {

  private static final Parameter<String> EVENT =
      Parameter.path("event", String.class, "Claude Code's name of the event");

  private static final String TROUBLE = "X-Engine-Trouble";

  /** What a header may not carry. */
  private static final Pattern NOT_PRINTABLE = Pattern.compile("[^ -~]");

  private final HookListener listener;
  private final Bodies bodies;
  private final Latencies latencies;

  HookRoutes(HookListener listener, Bodies bodies, Metrics metrics) {
    this.listener = listener;
    this.bodies = bodies;
    this.latencies =
        metrics.latencies("engine_hook_seconds", "How long an event of a hook took in the engine.");
  }

  List<Operation> operations() {
    return List.of(
        Operation.post("/hooks/{event}", "hearHook", "Takes one event of a Claude Code hook.")
            .with(EVENT)
            .orAnswers(204, null, "Taken; nothing to say.")
            .writesOfAnyJson("application/json", this::hear));
  }

  private void hear(Call call) {
    Context http = call.http();
    long start = System.nanoTime();
    HookListener.Answer answer =
        listener.hear(call.get(EVENT), bodies.read(http.req()), http::header);
    latencies.took(Duration.ofNanos(System.nanoTime() - start));
    if (answer.trouble() != null) {
      http.header(TROUBLE, NOT_PRINTABLE.matcher(answer.trouble()).replaceAll("?"));
    }
    if (answer.json() == null) {
      http.status(HttpStatus.NO_CONTENT).res().setContentType(null);
    } else {
      answer(http, answer.json().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** With its length: the hook that reads it takes no answer whose end it cannot know. */
  private static void answer(Context http, byte[] json) {
    http.res().setContentLength(json.length);
    http.result(json);
  }
}
