package dev.engine.domain.request;

import org.jspecify.annotations.Nullable;

/**
 * What a request was answered.
 *
 * @param status the HTTP status, 200 to 599
 * @param location where a thing that was made is to be found; null if none was
 * @param etag the version of what {@code body} shows, in quotes; null if it has none
 * @param body JSON, or empty
 */
public record Reply(int status, @Nullable String location, @Nullable String etag, String body) {}
