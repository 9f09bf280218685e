package dev.engine.domain.account;

import org.jspecify.annotations.Nullable;

/**
 * What is to be changed about an account; null leaves a part as it is.
 *
 * @param displayName as {@link Account#displayName}
 */
public record Amendment(@Nullable String displayName, @Nullable Capabilities capabilities) {}
