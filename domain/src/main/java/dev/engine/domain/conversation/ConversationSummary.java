package dev.engine.domain.conversation;

import dev.engine.domain.session.Session;

/**
 * One line of a list of conversations.
 *
 * @param newest the session that joined last
 * @param sessionCount how many have joined so far
 * @param liveCount how many of them are live
 * @param waitingCount notifications that nobody was told of yet
 */
public record ConversationSummary(
    ConversationId id, Session newest, int sessionCount, int liveCount, int waitingCount) {}
