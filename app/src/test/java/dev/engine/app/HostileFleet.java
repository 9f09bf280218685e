package dev.engine.app;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A fleet of which each text that anybody may write over HTTP is hostile. */
final class HostileFleet {

  static final String CHIEF = "chief-2026-01-05";

  private static final JsonMapper JSON = new JsonMapper();

  private final SeededFleet fleet;
  private final HostileSaid said;

  HostileFleet(SeededFleet fleet, HostileSaid said) {
    this.fleet = fleet;
    this.said = said;
  }

  /** Has every field of what is not at work say a text. */
  void say(String text, int number) {
    notice(text);
    ping(text);
    priorities(text);
    contacts(text, number);
    doubles(text, number);
    staged(text);
    mission(text, number);
    account(text);
  }

  /** Has what was said so far changed to say a text again. */
  void change(String text, int number) {
    String name = said.by("ChangeScheduledMissionRequest.name", text);
    String prompt = said.by("ChangeScheduledMissionRequest.prompt", text);
    change("PATCH", "scheduled-missions/hostile-" + number, Map.of("name", name, "prompt", prompt));
    said.seenAt("missions/hostile-" + number, name, prompt);
    said.editedAt("missions/hostile-" + number, name, prompt);
  }

  private void notice(String text) {
    String body = said.by("QueueNotificationRequest.text", text);
    String reason = said.by("WithdrawNotificationRequest.reason", text);
    String id = id(fleet.post("notifications", Map.of("conversationId", CHIEF, "text", body)));
    fleet.post("notifications/" + id + "/withdraw", Map.of("reason", reason));
    said.seenAt("notifications/" + id, body, reason);
  }

  /** One that stays open, and one that is answered. */
  private void ping(String text) {
    String question = said.by("SendPingRequest.message", text);
    String answer = said.by("AnswerPingRequest.text", text);
    fleet.post("pings", Map.of("message", question, "urgency", "critical"));
    String asked = id(fleet.post("pings", Map.of("message", "Well?", "conversationId", CHIEF)));
    fleet.post("pings/" + asked + "/answer", Map.of("text", answer));
    said.seenAt("attention", question);
    said.seenAt("notifications/" + noticeAbout(asked), answer);
  }

  private String noticeAbout(String subject) {
    return fleet
        .get("notifications?limit=5")
        .path("items")
        .valueStream()
        .filter(notice -> notice.path("entityId").asString().equals(subject))
        .map(HostileFleet::id)
        .findFirst()
        .orElseThrow();
  }

  private void priorities(String text) {
    String content = said.by("AddPriorityRequest.content", text);
    String pool = said.by("AddPriorityRequest.pool", text);
    String changed = said.by("ChangePriorityRequest.content", text);
    String moved = said.by("MovePriorityRequest.pool", text);
    fleet.post("priorities", Map.of("content", content));
    fleet.post("priorities", Map.of("content", "Look at it", "pool", pool));
    String id = id(fleet.post("priorities", Map.of("content", "Move it")));
    change("PATCH", "priorities/" + id, Map.of("content", changed));
    fleet.post("priorities/" + id + "/move", Map.of("pool", moved));
    String done = id(fleet.post("priorities", Map.of("content", content, "pool", pool)));
    fleet.post("priorities/" + done + "/complete", SeededFleet.NOTHING);
    said.seenAt("priorities", content, pool, moved);
    said.seenAt("priorities?pool=" + inQuery(moved), changed, moved);
  }

  /** One as it was added, and one as it was changed. */
  private void contacts(String text, int number) {
    for (String request : List.of("AddContactRequest.", "ChangeContactRequest.")) {
      String name = said.by(request + "name", text);
      String email = said.by(request + "email", text);
      String phone = said.by(request + "phone", text);
      String notes = said.by(request + "notes", text);
      Map<String, Object> details =
          Map.of("name", name, "email", email, "phone", phone, "notes", notes);
      boolean isNew = request.startsWith("Add");
      String id =
          id(fleet.post("contacts", isNew ? details : Map.of("name", "Somebody " + number)));
      said.seenAt("contacts/" + id, name, email, phone, notes);
      if (!isNew) {
        change("PUT", "contacts/" + id, details);
        said.editedAt("contacts/" + id, name, email, phone, notes);
      }
    }
  }

  /** Two that have one address. */
  private void doubles(String text, int number) {
    String email = "double-%d@example.org".formatted(number);
    String name = said.by("AddContactRequest.name", text);
    fleet.post("contacts", Map.of("name", name, "email", email));
    fleet.post("contacts", Map.of("name", "Twin " + number, "email", email));
    said.seenAt("contacts?doubles=yes", name);
  }

  /** One that waits, and two on which the person has said a word. */
  private void staged(String text) {
    String title = said.by("StageContentRequest.title", text);
    String body = said.by("StageContentRequest.body", text);
    String approval = said.by("ApproveStagedItemRequest.comment", text);
    String rejection = said.by("RejectStagedItemRequest.comment", text);
    String address = "https://foreign.invalid/" + inQuery(body);
    String document = JSON.writeValueAsString(Map.of(body, List.of(body)));
    said.seenAt("portal/" + stage("link", "An address", address), address);
    String approved = stage("markdown", title, body);
    change("POST", "staged-content/" + approved + "/approve", Map.of("comment", approval));
    said.seenAt("portal/" + approved + "?progress=resolved", title, body, approval);
    String rejected = stage("json", "A document", document);
    change("POST", "staged-content/" + rejected + "/reject", Map.of("comment", rejection));
    said.seenAt("portal/" + rejected + "?progress=resolved", inJson(body), rejection);
  }

  private String stage(String kind, String title, String body) {
    return id(
        fleet.post(
            "staged-content",
            Map.of("kind", kind, "title", title, "body", body, "conversationId", CHIEF)));
  }

  private void mission(String text, int number) {
    String name = said.by("ScheduleMissionRequest.name", text);
    String prompt = said.by("ScheduleMissionRequest.prompt", text);
    String slug = "hostile-" + number;
    fleet.post(
        "scheduled-missions",
        Map.of(
            "slug",
            slug,
            "name",
            name,
            "prompt",
            prompt,
            "primitive",
            "review",
            "schedule",
            "@yearly",
            "timezone",
            "UTC"));
    said.seenAt("missions/" + slug, name, prompt);
  }

  private void account(String text) {
    String provider = said.by("AddAccountRequest.provider", text);
    String kind = said.by("AddAccountRequest.kind", text);
    String address = said.by("AddAccountRequest.address", text);
    String name = said.by("AddAccountRequest.displayName", text);
    String changed = said.by("ChangeAccountRequest.displayName", text);
    String id =
        id(
            fleet.post(
                "accounts",
                Map.of(
                    "provider", provider, "kind", kind, "address", address, "displayName", name)));
    said.seenAt("timeline/%s?kind=account.".formatted(latest()), inJson(provider), inJson(kind));
    change("PATCH", "accounts/" + id, Map.of("displayName", changed));
  }

  /** Where the latest event of an account stands in the journal. */
  private String latest() {
    return fleet
        .get("events?limit=1&kind=account.")
        .path("items")
        .path(0)
        .path("position")
        .asString();
  }

  private void change(String method, String path, Object body) {
    fleet.send(method, path, body, "If-Match", "*");
  }

  private static String id(JsonNode thing) {
    return thing.path("id").asString();
  }

  static String inQuery(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** As it stands in JSON, without the quotes around it. */
  static String inJson(String text) {
    String quoted = JSON.writeValueAsString(text);
    return quoted.substring(1, quoted.length() - 1);
  }
}
