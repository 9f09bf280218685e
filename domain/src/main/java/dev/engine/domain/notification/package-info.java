/** What a conversation must be told. */
@NullMarked
package dev.engine.domain.notification;

import org.jspecify.annotations.NullMarked;
