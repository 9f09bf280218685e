/** Accounts that tools act for. */
@NullMarked
package dev.engine.domain.account;

import org.jspecify.annotations.NullMarked;
