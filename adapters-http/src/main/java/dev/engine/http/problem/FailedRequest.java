package dev.engine.http.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request that failed, as a log may tell of it: nothing in it was chosen by whoever sent it.
 *
 * @param method such as {@code GET}; {@code other} if it is none that HTTP knows
 * @param route the path with its variable parts in braces; null if the request did not get so far
 *     that it had one
 * @param status 400 to 599
 * @param code what was answered, such as {@code ENG-1003}; null if nothing was, for nobody waited
 * @param failure why, if that is not for the one who asked to put right: always null below 500
 */
public record FailedRequest(
    String method,
    @Nullable String route,
    int status,
    @Nullable String code,
    Duration took,
    @Nullable Throwable failure) {}
