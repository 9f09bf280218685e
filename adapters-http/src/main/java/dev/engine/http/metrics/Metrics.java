package dev.engine.http.metrics;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** What the engine measures of itself, for {@code /metrics}. Safe for several threads. */
public final class Metrics {

  /** From a fast answer of memory to the longest wait of a hook, in seconds. */
  private static final double[] BUCKETS = {
    0.0005, 0.001, 0.002, 0.004, 0.008, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5
  };

  private static final double NANOS = 1e-9;

  private final PrometheusRegistry registry = new PrometheusRegistry();

  /** Takes how long something took. */
  public interface Latencies {

    /**
     * Adds one to the histogram.
     *
     * @param labels in the order of the histogram's label names
     */
    void took(Duration time, String... labels);
  }

  /**
   * Registers a histogram of seconds.
   *
   * @param name ends in {@code _seconds}, such as {@code engine_writer_commit_seconds}
   * @param help one sentence
   */
  public Latencies latencies(String name, String help, String... labelNames) {
    Histogram histogram =
        Histogram.builder()
            .name(name)
            .help(help)
            .labelNames(labelNames)
            .classicOnly()
            .classicUpperBounds(BUCKETS)
            .register(registry);
    return (time, labels) -> histogram.labelValues(labels).observe(time.toNanos() * NANOS);
  }

  /** Registers one number that is asked for when somebody looks. */
  public void gauge(String name, String help, Supplier<? extends Number> value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.get().doubleValue()))
        .register(registry);
  }

  /**
   * Registers several numbers of one name, such as sessions by state.
   *
   * @param labelName what tells them apart
   * @param values by label
   */
  public void gauges(
      String name,
      String help,
      String labelName,
      Supplier<? extends Map<String, ? extends Number>> values) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(labelName)
        .callback(
            callback ->
                values.get().forEach((label, value) -> callback.call(value.doubleValue(), label)))
        .register(registry);
  }

  /** The media type of {@link #text}. */
  public String mediaType() {
    return PrometheusTextFormatWriter.CONTENT_TYPE;
  }

  /** Everything as it is now, in Prometheus's text form. */
  public byte[] text() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, registry.scrape(), EscapingScheme.DEFAULT);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toByteArray();
  }
}
