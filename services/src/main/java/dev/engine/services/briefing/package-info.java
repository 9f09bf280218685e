/** What is new since somebody looked: the journal, grouped and counted. */
@NullMarked
package dev.engine.services.briefing;

import org.jspecify.annotations.NullMarked;
