package dev.engine.domain.notification;

import dev.engine.domain.conversation.ConversationId;
import dev.engine.domain.error.EngineException.InvalidInput;
import dev.engine.domain.worker.WorkerId;

/** Who a notice comes from, as the engine's own records have it and never as its text says. */
public sealed interface Sender {

  /** The engine itself. */
  Sender ENGINE = new Engine();

  /** The person that the fleet works for. */
  Sender PERSON = new Person();

  /** As it is stored and sent: {@code engine}, {@code person}, {@code worker:3fa94c01}. */
  String wireName();

  /** As a model is told: {@code the person}, {@code worker 3fa94c01}. */
  String said();

  /** The engine itself. */
  record Engine() implements Sender {
    @Override
    public String said() {
      return "engine";
    }

    @Override
    public String wireName() {
      return "engine";
    }
  }

  /** The person that the fleet works for. */
  record Person() implements Sender {
    @Override
    public String said() {
      return "the person";
    }

    @Override
    public String wireName() {
      return "person";
    }
  }

  /** A session of another conversation, or of the same. */
  record FromConversation(ConversationId id) implements Sender {

    private static final String PREFIX = "conversation:";

    @Override
    public String said() {
      return "conversation " + id;
    }

    @Override
    public String wireName() {
      return PREFIX + id;
    }
  }

  /** A worker, by what it returned or how it failed. */
  record FromWorker(WorkerId id) implements Sender {

    private static final String PREFIX = "worker:";

    @Override
    public String said() {
      return "worker " + id;
    }

    @Override
    public String wireName() {
      return PREFIX + id;
    }
  }

  /**
   * The sender with this wire name.
   *
   * @throws InvalidInput if there is none
   */
  static Sender of(String wireName) {
    if (wireName.startsWith(FromConversation.PREFIX)) {
      String id = wireName.substring(FromConversation.PREFIX.length());
      return new FromConversation(new ConversationId(id));
    }
    if (wireName.startsWith(FromWorker.PREFIX)) {
      return new FromWorker(new WorkerId(wireName.substring(FromWorker.PREFIX.length())));
    }
    return switch (wireName) {
      case "engine" -> ENGINE;
      case "person" -> PERSON;
      default ->
          throw new InvalidInput(
              "sender", "engine, person, conversation:ID or worker:ID", wireName);
    };
  }
}
