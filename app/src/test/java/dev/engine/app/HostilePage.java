package dev.engine.app;

import dev.engine.domain.text.HostileTexts;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts by which somebody might try to make a page do what its makers did not mean. */
final class HostilePage {

  /** Each would set {@code window.stolen}, show a dialog or ask another host, if it ran. */
  private static final List<String> MARKUP =
      List.of(
          "<script>stolen=1;alert(1)</script>",
          "<img src=x onerror=\"stolen=2;alert(2)\">",
          "<img src=\"http://foreign.invalid/pixel.gif\">",
          "<svg onload=alert(3)>",
          "<svg><script>stolen=4</script></svg>",
          "<iframe src=\"javascript:alert(5)\"></iframe>",
          "<iframe srcdoc=\"<script>parent.stolen=6</script>\"></iframe>",
          "<a href=\"javascript:alert(7)\">look</a>",
          "<a href=\"jAvAsCrIpT&colon;alert(8)\">look</a>",
          "<form action=\"http://foreign.invalid/\"><button>look</button></form>",
          "<link rel=stylesheet href=http://foreign.invalid/a.css>",
          "<style>@import url(http://foreign.invalid/b.css);body{display:none}</style>",
          "<base href=\"http://foreign.invalid/\">",
          "<meta http-equiv=refresh content=\"0;url=http://foreign.invalid/\">",
          "<object data=\"data:text/html,<script>alert(9)</script>\"></object>",
          "<embed src=\"http://foreign.invalid/e.swf\">",
          "<video src=x onerror=alert(10)></video>",
          "<details open ontoggle=alert(11)>",
          "<input autofocus onfocus=alert(12)>",
          "<body onload=alert(13)>",
          "<math><mtext><table><mglyph><style><img src=x onerror=alert(14)>",
          "<template><script>stolen=15</script></template>",
          "<div style=\"position:fixed;inset:0;background:url(http://foreign.invalid/c.png)\">x</div>",
          "\"><script>stolen=16</script>",
          "' onmouseover='alert(17)",
          "\" autofocus onfocus=\"alert(18)\" x=\"",
          "</script><script>stolen=19</script>",
          "</textarea><script>stolen=20</script>",
          "--><script>stolen=21</script>",
          "]]><script>stolen=22</script>",
          "{{constructor.constructor('stolen=23')()}}",
          "${alert(24)}",
          "`+alert(25)+`",
          "javascript:alert(26)",
          "data:text/html,<script>alert(27)</script>",
          "&lt;script&gt;stolen=28&lt;/script&gt;",
          "<noscript><p title=\"</noscript><img src=x onerror=alert(29)>\">",
          "<a id=app><a id=app name=firstElementChild>",
          "<img name=getElementById><img name=cookie>",
          "__proto__ constructor toString",
          "[look](javascript:alert(30))",
          "![](http://foreign.invalid/d.png)",
          "[look](data:text/html;base64,PHNjcmlwdD5hbGVydCgzMSk8L3NjcmlwdD4=)",
          "<http://foreign.invalid/auto>",
          "\u202e<script>stolen=32</script>");

  private static final int COUNT = Integer.getInteger("engine.texts", 20);

  private HostilePage() {}

  /** Those that are made for pages; so many of them as are asked for, spread evenly. */
  static List<String> markup() {
    int count = Math.min(COUNT, MARKUP.size());
    return IntStream.range(0, count).mapToObj(i -> MARKUP.get(i * MARKUP.size() / count)).toList();
  }

  /** Those that are made for whoever else reads, such as a terminal or a model. */
  static List<String> others() {
    Stream<String> read = HostileTexts.all().stream().map(HostileTexts.Hostile::text);
    return read.filter(HostilePage::isWellFormed).distinct().toList();
  }

  private static boolean isWellFormed(String text) {
    return text.codePoints()
        .noneMatch(c -> (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) || c == 0);
  }
}
