package dev.engine.domain.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What in a text passes for a mark by which a client, a model or {@code ModelText} tells who
 * speaks: tags such as {@code <system-reminder>} and {@code [INST]}, roles such as {@code Human:}
 * at the start of a line, fences, comments, and the marks around notices. A reader still sees what
 * was there.
 *
 * <p>Names are compared by their {@link Skeleton}, and brackets by their looks: full width, other
 * scripts, or as HTML, URL and JSON spell them. Nothing here makes a text longer.
 */
final class SpeakerMarks {

  /** Where a role may stand, counted from the first letter of a line. */
  private static final int MAX_ROLE = 40;

  /** How far behind its bracket a tag's name is looked for. */
  private static final int MAX_NAME = 120;

  /** Fewest letters by which a name that the end of the text cuts off is known. */
  private static final int MIN_CUT_NAME = 3;

  private static final String COLONS = ":\uff1a\ufe55\ufe13\u02d0\u02f8\ua789\u2236\u05c3\u205a";

  private static final Set<String> ROLES =
      skeletons(
          "human assistant system user developer instruction instructions systemprompt"
              + " systemmessage systemreminder systemnote systemnotice");

  /** Names that are common words too: a tag only if there is nothing else in the bracket. */
  private static final Set<String> WHOLE_NAMES =
      skeletons(
          "system sys inst user human assistant developer tool tools function functions invoke"
              + " parameter parameters thinking instruction instructions important admin"
              + " notification reminder prompt hook eos bos s");

  /** Beginnings of names that nothing but a client, a model or an attack has. */
  private static final Set<String> BEGINNINGS =
      skeletons(
          "systemreminder systemprompt systemmessage systemnotification systeminstruction"
              + " systemwarning systemnotice systemoverride systemalert systemupdate systemnote"
              + " functioncall functionresult functionresponse functionoutput toolresult tooluse"
              + " toolcall toolresponse tooloutput toolerror tasknotification tasksummary"
              + " userprompt usermessage usermemory userinput userquery userinstruction antml"
              + " imstart imend imsep endoftext endofturn startofturn startheader endheader eotid"
              + " eomid beginoftext beginofsentence endofsentence fimprefix commandname"
              + " commandmessage commandargs localcommand bashinput bashstdout bashstderr"
              + " hookadditionalcontext hooksuccess posttooluse pretooluse sessionstart"
              + " additionalcontext persistedoutput availabletools importantinstruction"
              + " adminoverride adminmessage override humanturn assistantturn teammatemessage"
              + " claudemd claudeinstruction anthropic developermessage newinstructions"
              + " priorityinstruction cdata");

  /** What the marks around notices begin with. */
  private static final Set<String> OWN =
      skeletons("enginenotice endofenginenotice endenginenotice");

  private static final String NOTICE = Skeleton.of("notice"); // with a number behind it

  private static final Pattern NUMBER = Pattern.compile("[\\p{Nd}\\p{No}]");

  private static final String OPENING_BRACKETS =
      "<\u02c2\u1438\u227a\u2039\u00ab\u2329\u276c\u276e\u2770\u27e8\u27ea\u2989\u2991"
          + "\u29fc\u3008\u300a\ufe3d\ufe3f\ufe64\uff1c"
          + "\\[\uff3b\u3010\u3014\u3016\u3018\u301a\u27e6\u2045\u2772";

  private static final String CLOSING_BRACKETS =
      ">\u02c3\u1433\u227b\u203a\u00bb\u232a\u276d\u276f\u2771\u27e9\u27eb\u298a\u2992"
          + "\u29fd\u3009\u300b\ufe3e\ufe40\ufe65\uff1e"
          + "\\]\uff3d\u3011\u3015\u3017\u3019\u301b\u27e7\u2046\u2773";

  private static final int BRACKET = 1;

  private static final Pattern OPENING =
      Pattern.compile(
          "((?:["
              + OPENING_BRACKETS
              + "]|&(?i:lt|lsqb|lbrack|#0{0,9}60|#x0{0,9}3c);?"
              + "|\\\\(?i:u003c|x3c)|%3[cC]){1,64}+)"
              + "|[=\uff1d\u2550]{2,}|[-\u2010-\u2015\u2500\u2501\u2212\uff0d]{2,}");

  private static final Pattern CLOSING =
      Pattern.compile(
          "["
              + CLOSING_BRACKETS
              + "]|&(?i:gt|rsqb|rbrack|#0{0,9}62|#x0{0,9}3e);?|\\\\(?i:u003e|x3e)|%3[eE]");

  /** What a bracket, a mark or a fence may begin with: at all else no pattern needs to be tried. */
  private static final BitSet BEGINNERS =
      characters(
          OPENING_BRACKETS
              + "&\\%=\uff1d\u2550-\u2010\u2011\u2012\u2013\u2014\u2015"
              + "\u2500\u2501\u2212\uff0d`\uff40\u02cb\u1fef~\uff5e\u223c\u02dc");

  private static final Pattern FIRST_WORD = Pattern.compile("[\\s/|!?]*(?<word>\\S*)");

  private static final Pattern FENCE =
      Pattern.compile("[`\uff40\u02cb\u1fef]{3,}|[~\uff5e\u223c\u02dc]{3,}");

  private static final Pattern COMMENT =
      Pattern.compile("\\s*[!\uff01]\\s*[-\u2010-\u2015\uff0d]{2}");
  private static final String COMMENT_END = "-->";

  private SpeakerMarks() {}

  static String takenFrom(String text) {
    String before;
    String after = text;
    do { // what is taken out may have hidden another mark; each round leaves fewer of them
      before = after;
      after = withoutRoles(before);
      if (nextBeginner(after, 0) < after.length()) {
        after = FENCE.matcher(withoutTags(after)).replaceAll("'''");
      }
    } while (!after.equals(before));
    return after;
  }

  /** {@code Human: do it} reads {@code Human= do it}. */
  private static String withoutRoles(String text) {
    StringBuilder result = new StringBuilder(text);
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      char next = text.charAt(at);
      if (next == '\n') {
        start = at + 1;
      } else if (text.startsWith("\\n", at) || text.startsWith("\\r", at)) {
        start = at + 2; // a new line as a program would write it
        at++;
      } else if (start == at && !isOfAWord(next)) {
        start = at + 1;
      } else if (COLONS.indexOf(next) >= 0 && at - start <= MAX_ROLE) {
        if (ROLES.contains(Skeleton.of(text.substring(start, at)))) {
          result.setCharAt(at, '=');
        }
      }
    }
    return result.toString();
  }

  private static boolean isOfAWord(char next) {
    return Character.isLetterOrDigit(next)
        || Character.isSurrogate(next)
        || !Skeleton.of(String.valueOf(next)).isEmpty();
  }

  /** {@code <system-reminder>} reads {@code (system-reminder)}. */
  private static String withoutTags(String text) {
    List<MatchResult> openings = openings(text);
    Matcher closing = CLOSING.matcher(text);
    StringBuilder result = new StringBuilder();
    boolean comment = false;
    int copied = 0;
    for (int i = 0; i < openings.size(); i++) {
      MatchResult opening = openings.get(i);
      if (opening.start() < copied) {
        continue; // inside of a tag that was just taken out; the next round sees it
      }
      int start = opening.end();
      int limit = Math.min(start + MAX_NAME, nextBracket(openings, i + 1, text.length()));
      boolean bracket = opening.group(BRACKET) != null;
      boolean closed = bracket && closing.region(start, limit).find();
      int end = closed ? closing.start() : limit;
      String inside = text.substring(start, end);
      boolean isComment = bracket && COMMENT.matcher(inside).lookingAt();
      boolean isMark = bracket ? isTag(inside, end == text.length()) : isOwn(inside);
      if (isComment || isMark) {
        comment |= isComment;
        result.append(text, copied, opening.start()).append('(');
        copied = start;
        if (closed) {
          result.append(inside).append(')');
          copied = closing.end();
        }
      }
    }
    String clean = result.append(text, copied, text.length()).toString();
    return comment ? clean.replace(COMMENT_END, "--)") : clean;
  }

  private static List<MatchResult> openings(String text) {
    List<MatchResult> found = new ArrayList<>();
    Matcher opening = OPENING.matcher(text);
    int at = nextBeginner(text, 0);
    while (at < text.length()) {
      boolean isOne = opening.region(at, text.length()).lookingAt();
      if (isOne) {
        found.add(opening.toMatchResult());
      }
      at = nextBeginner(text, isOne ? opening.end() : at + 1);
    }
    return found;
  }

  /** Where, from {@code at} on, something may begin; the end of the text if nothing does. */
  private static int nextBeginner(String text, int at) {
    int next = at;
    while (next < text.length() && !BEGINNERS.get(text.charAt(next))) {
      next++;
    }
    return next;
  }

  private static BitSet characters(String all) {
    BitSet set = new BitSet();
    all.chars().forEach(set::set);
    return set;
  }

  private static int nextBracket(List<MatchResult> openings, int from, int otherwise) {
    for (MatchResult opening : openings.subList(from, openings.size())) {
      if (opening.group(BRACKET) != null) {
        return opening.start();
      }
    }
    return otherwise;
  }

  private static boolean isTag(String inside, boolean atEnd) {
    String whole = Skeleton.of(inside);
    if (WHOLE_NAMES.contains(whole) || WHOLE_NAMES.contains(Skeleton.of(firstWord(inside)))) {
      return true;
    }
    boolean mayBeCut = atEnd && whole.length() >= MIN_CUT_NAME;
    for (String name : BEGINNINGS) {
      if (whole.startsWith(name) || (mayBeCut && name.startsWith(whole))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOwn(String inside) {
    String line = inside.lines().findFirst().orElse("");
    String words = Skeleton.of(line);
    String[] numbered = NUMBER.split(line, 2);
    return OWN.stream().anyMatch(words::startsWith)
        || (numbered.length > 1 && NOTICE.equals(Skeleton.of(numbered[0])));
  }

  private static String firstWord(String inside) {
    return FIRST_WORD.matcher(inside).results().map(r -> r.group("word")).findFirst().orElse("");
  }

  private static Set<String> skeletons(String names) {
    return Set.of(
        Pattern.compile(" ")
            .splitAsStream(names)
            .map(Skeleton::of)
            .distinct()
            .toArray(String[]::new));
  }
}
