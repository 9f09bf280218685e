package dev.engine.domain;

import dev.engine.domain.account.Accounts;
import dev.engine.domain.attention.AttentionMarks;
import dev.engine.domain.briefing.LookMarks;
import dev.engine.domain.contact.ContactViews;
import dev.engine.domain.contact.Contacts;
import dev.engine.domain.content.StagedContent;
import dev.engine.domain.context.ContextSamples;
import dev.engine.domain.conversation.Conversations;
import dev.engine.domain.fleet.FleetViews;
import dev.engine.domain.hook.Canaries;
import dev.engine.domain.hook.HookCalls;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.journal.Journal;
import dev.engine.domain.mission.MissionRuns;
import dev.engine.domain.mission.Missions;
import dev.engine.domain.mission.ScheduledMissions;
import dev.engine.domain.notification.Deliveries;
import dev.engine.domain.notification.Notifications;
import dev.engine.domain.ping.Pings;
import dev.engine.domain.priority.Priorities;
import dev.engine.domain.quiet.QuietTimes;
import dev.engine.domain.request.IdempotentRequests;
import dev.engine.domain.session.SessionViews;
import dev.engine.domain.session.Sessions;
import dev.engine.domain.toolcall.ToolCalls;
import dev.engine.domain.worker.WorkerQueue;
import dev.engine.domain.worker.Workers;

/** One engine's store: every port over the same data. */
public interface Storage {

  /** The same store, whose journal names {@code actor} for every change that is made through it. */
  Storage as(Actor actor);

  Journal journal();

  Sessions sessions();

  SessionViews sessionViews();

  Contacts contacts();

  ContactViews contactViews();

  Conversations conversations();

  FleetViews fleetViews();

  ContextSamples contextSamples();

  HookCalls hookCalls();

  ToolCalls toolCalls();

  Canaries canaries();

  /** The replies to requests that bear a key, stored together with what those requests did. */
  IdempotentRequests idempotentRequests();

  Missions missions();

  MissionRuns missionRuns();

  Notifications notifications();

  Deliveries deliveries();

  QuietTimes quietTimes();

  Pings pings();

  ScheduledMissions scheduledMissions();

  Workers workers();

  WorkerQueue workerQueue();

  Priorities priorities();

  StagedContent stagedContent();

  Accounts accounts();

  /** What the person has seen of what waits for them. */
  AttentionMarks attentionMarks();

  LookMarks lookMarks();

  Changes changes();
}
