package dev.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.http.Client.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a browser gets in, and what it may do then. */
final class BrowserTest {

  private final House house = House.open();
  private final Client client = house.client();

  @AfterEach
  void closeHouse() {
    client.close();
    house.close();
  }

  @Test
  void aBrowserWithoutACookieIsToldHowToGetIn() {
    Answer page = client.sendAs("GET", "/", null);

    assertThat(page.status()).isEqualTo(401);
    assertThat(page.header("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.body()).contains("engine dashboard");
  }

  @Test
  void aLinkIsChangedForACookieAndIsGoneFromTheAddress() {
    Answer opened = client.sendAs("GET", link(), null);

    assertThat(opened.status()).isEqualTo(303);
    assertThat(opened.header("Location")).contains("/");
    assertThat(opened.header("Set-Cookie").orElseThrow())
        .matches(
            "engine_%d=[\\w-]{43}; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict"
                .formatted(house.port()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/assets/page/app/main.js",
        "/assets/lib/preact.js",
        "/assets/lib/preact-hooks.js",
        "/assets/lib/htm.js",
        "/assets/lib/marked.js",
        "/assets/lib/dompurify.js",
        "/assets/style/normalize.css",
        "/assets/style/tokens.css",
        "/assets/icon/10.svg",
        "/api/v1/pings"
      })
  void aCookieOpensThePage(String path) {
    String cookie = cookie();

    Answer answer = client.sendAs("GET", path, null, "Cookie: " + cookie);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void aLinkIsGoodOnce() {
    String link = link();
    client.sendAs("GET", link, null);

    Answer again = client.sendAs("GET", link, null);

    assertThat(again.status()).isEqualTo(401);
    assertThat(again.header("Set-Cookie")).isEmpty();
  }

  @Test
  void aLinkThatWasUsedLeadsWhoIsInToThePage() {
    String link = link();
    String cookie = client.sendAs("GET", link, null).header("Set-Cookie").orElseThrow();

    Answer again = client.sendAs("GET", link, null, "Cookie: " + cookie.split(";", -1)[0]);

    assertThat(again.status()).isEqualTo(303);
    assertThat(again.header("Location")).contains("/");
    assertThat(again.header("Set-Cookie")).isEmpty();
  }

  @Test
  void aLinkIsVoidAfterAMinute() {
    String link = link();
    house.pass(Duration.ofMinutes(1));

    Answer late = client.sendAs("GET", link, null);

    assertThat(late.status()).isEqualTo(401);
  }

  @Test
  void lookingAtALinkDoesNotUseItUp() {
    String link = link();
    client.sendAs("HEAD", link, null);

    Answer opened = client.sendAs("GET", link, null);

    assertThat(opened.status()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/open", "/open?code=", "/open?code=wrong"})
  void noCodeOpensNothing(String path) {
    Answer answer = client.sendAs("GET", path, null);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @Test
  void aCookieIsVoidAfterTwelveHours() {
    String cookie = cookie();
    house.pass(Duration.ofHours(12));

    Answer late = client.sendAs("GET", "/api/v1/pings", null, "Cookie: " + cookie);

    assertThat(late.status()).isEqualTo(401);
  }

  @Test
  void aChangeByCookieNeedsTheOriginOfThePage() {
    String cookie = cookie();
    String origin = "Origin: http://" + client.authority();
    String json = "{\"message\":\"a\"}";

    Answer without = client.sendAs("POST", "/api/v1/pings", json, "Cookie: " + cookie);
    Answer with = client.sendAs("POST", "/api/v1/pings", json, "Cookie: " + cookie, origin);

    assertThat(List.of(without.status(), with.status())).containsExactly(403, 201);
  }

  @Test
  void aNewTokenCountsAtOnce() {
    house.token.set("another-token-that-nobody-was-told-012345");

    Answer answer = client.send("GET", "/api/v1/pings");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).contains("Bearer realm=\"engine\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/page/app/nothing.js",
        "/assets/page/app/main.css",
        "/assets/page/page/PageRoutes.class",
        "/assets/page/app/..%2fmain.js",
        "/assets/lib/other.js",
        "/assets/lib/normalize.css",
        "/assets/style/main.js",
        "/assets/style/nothing.css",
        "/assets/icon/11.svg"
      })
  void thePageHasNoOtherFiles(String path) {
    Answer answer = client.sendAs("GET", path, null, "Cookie: " + cookie());

    assertThat(answer.status()).isBetween(400, 404);
    assertThat(answer.body()).contains("\"code\":\"ENG-11");
  }

  @Test
  void nothingOfThePageIsForStrangers() {
    assertThat(client.sendAs("GET", "/assets/page/app/main.js", null).status()).isEqualTo(401);
    assertThat(client.sendAs("GET", "/assets/icon/0.svg", null).status()).isEqualTo(401);
  }

  @Test
  void nothingInThePageRunsButWhatItsPolicyNames() throws NoSuchAlgorithmException {
    Answer page = client.sendAs("GET", "/", null, "Cookie: " + cookie());

    String inline =
        page.body().replaceAll("(?s).*<script type=\"importmap\">(.*?)</script>.*", "$1");
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
    assertThat(page.header("Content-Security-Policy").orElseThrow())
        .contains(
            "script-src 'self' 'sha256-%s';".formatted(Base64.getEncoder().encodeToString(digest)));
    assertThat(page.body()).doesNotContain("<style").doesNotContain("style=").doesNotContain(" on");
  }

  private String cookie() {
    return client.sendAs("GET", link(), null).header("Set-Cookie").orElseThrow().split(";", -1)[0];
  }

  private String link() {
    String json = client.send("POST", "/api/v1/dashboard-codes").body();
    return json.replaceAll(".*\"path\":\"([^\"]+)\".*", "$1");
  }
}
