package dev.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.engine.domain.Page;
import dev.engine.domain.contact.Contact;
import dev.engine.domain.contact.ContactDetails;
import dev.engine.domain.contact.ContactFilter;
import dev.engine.domain.contact.Tag;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContactCommandsTest {

  private final CliRun cli = new CliRun();

  @Nested
  final class Editing {

    @Test
    void addKeepsWhatIsGiven() {
      CliRun.Result result =
          cli.run(
              "contact",
              "add",
              " Ada ",
              "--email",
              "a@example.org",
              "--phone",
              "030 12345",
              "--notes",
              "plays the harp",
              "--tag",
              "vip",
              "--tag",
              "client");

      Contact ada = theOnly();
      assertThat(ada.details())
          .isEqualTo(new ContactDetails("Ada", "a@example.org", "030 12345", "plays the harp"));
      assertThat(ada.tags()).containsExactly(new Tag("client"), new Tag("vip"));
      assertThat(result)
          .isEqualTo(new CliRun.Result(0, "added contact %s (Ada)\n".formatted(ada.id()), ""));
    }

    @Test
    void editChangesOnlyWhatIsNamed() {
      Contact ada = add("--email", "a@example.org", "--phone", "030 12345", "--notes", "harp");

      CliRun.Result result =
          cli.run("contact", "edit", ada.id().value(), "--name", "Ada L.", "--phone", "");

      assertThat(result.exitCode()).isZero();
      assertThat(theOnly().details())
          .isEqualTo(new ContactDetails("Ada L.", "a@example.org", null, "harp"));
    }

    @Test
    void anEditOfNothingIsExitCode2() {
      Contact ada = add();

      CliRun.Result result = cli.run("contact", "edit", ada.id().value());

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(theOnly()).isEqualTo(ada);
    }

    @Test
    void tagsGoOnAndOff() {
      Contact ada = add("--tag", "vip");

      CliRun.Result on = cli.run("contact", "tag", ada.id().value(), "client", "friend");
      CliRun.Result off = cli.run("contact", "untag", ada.id().value(), "client", "friend", "vip");

      assertThat(on.out()).isEqualTo("contact %s (Ada): client, friend, vip\n".formatted(ada.id()));
      assertThat(off.out()).isEqualTo("contact %s (Ada): no tags\n".formatted(ada.id()));
    }

    @Test
    void aTagInCapitalsIsExitCode2() {
      CliRun.Result result = cli.run("contact", "tag", "00000001", "VIP");

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("underscores and hyphens, got \"VIP\"");
    }

    @Test
    void removeSaysWhomItRemoved() {
      Contact ada = add();

      CliRun.Result result = cli.run("contact", "remove", ada.id().value());

      assertThat(result.out()).isEqualTo("removed contact %s (Ada)\n".formatted(ada.id()));
      assertThat(all()).isEmpty();
    }

    @Test
    void anUnknownContactIsExitCode3() {
      CliRun.Result result = cli.run("contact", "remove", "0000beef");

      assertThat(result)
          .isEqualTo(new CliRun.Result(3, "", "engine: ENG-1002 no contact 0000beef\n"));
    }
  }

  @Nested
  final class Looking {

    @Test
    void listIsATable() {
      Contact ada = add("--email", "a@example.org", "--tag", "vip");

      CliRun.Result result = cli.runOnTerminal("contact", "list");

      assertThat(result.out())
          .isEqualTo(
              """
              CONTACT   NAME  EMAIL          PHONE  TAGS
              %s  Ada   a@example.org         vip
              """
                  .formatted(ada.id()));
    }

    @Test
    void listChoosesByTextAndTag() {
      add("--notes", "plays the harp", "--tag", "vip");

      assertThat(cli.run("contact", "list", "--search", "HARP", "--tag", "vip").out())
          .contains("Ada");
      assertThat(cli.run("contact", "list", "--search", "lute").out()).isEqualTo("No contacts.\n");
      assertThat(cli.run("contact", "list", "--tag", "client").out()).isEqualTo("No contacts.\n");
    }

    @Test
    void showAsJsonHasEverythingThatIsKnown() {
      Contact ada = add("--phone", "030 12345", "--tag", "vip");

      CliRun.Result result = cli.run("contact", "show", ada.id().value(), "--json");

      assertThat(result.out())
          .isEqualTo(
              """
              {
                "id" : "%s",
                "name" : "Ada",
                "phone" : "030 12345",
                "notes" : "",
                "tags" : [ "vip" ],
                "createdAt" : "2026-01-05T12:03:00Z",
                "updatedAt" : "2026-01-05T12:03:00Z"
              }
              """
                  .formatted(ada.id()));
    }

    @Test
    void showHasTheNotes() {
      Contact ada = add("--notes", "plays\nthe harp");

      CliRun.Result result = cli.runOnTerminal("contact", "show", ada.id().value());

      assertThat(result.out()).startsWith("Ada\n").endsWith("  plays\n  the harp\n");
    }

    @Test
    void doublesAreShownTogetherAndCanBeMerged() {
      Contact ada = add("--email", "a@example.org");
      cli.run("contact", "add", "Lady", "--email", "A@example.org");
      Contact lady = all().getLast();

      CliRun.Result doubles = cli.run("contact", "doubles");
      CliRun.Result merge = cli.run("contact", "merge", ada.id().value(), lady.id().value());
      CliRun.Result after = cli.run("contact", "doubles", "--json");

      assertThat(doubles.out()).containsSubsequence(ada.id().value(), lady.id().value(), "merge");
      assertThat(merge.out())
          .isEqualTo("contact %s (Ada) has absorbed %s\n".formatted(ada.id(), lady.id()));
      assertThat(after.out()).isEqualTo("[ ]\n");
    }
  }

  @Nested
  final class Exchanging {

    private static final String TABLE =
        """
        name,email,city
        Ada,a@example.org,London
        ,nobody@example.org,
        Lady,A@example.org,
        """;

    @TempDir private Path folder;

    @Test
    void importSaysWhatBecameOfEveryRecord() throws IOException {
      Path file = Files.writeString(folder.resolve("people.csv"), TABLE);

      CliRun.Result result = cli.run("contact", "import", file.toString());

      assertThat(result)
          .isEqualTo(
              new CliRun.Result(
                  0,
                  """
                  line 4: Lady is known as %s (Ada)
                  line 3: contact name must be a text of 1 to 200 characters, got "a text of 0 characters"
                  left out: column city
                  3 records: 1 added, 1 known, 1 rejected
                  """
                      .formatted(theOnly().id()),
                  ""));
    }

    @Test
    void importReadsWhatIsPipedIn() {
      CliRun.Result result = cli.piping(TABLE).run("contact", "import", "-", "--json");

      assertThat(result.out())
          .contains("\"added\" : 1", "\"contactId\" : \"%s\"".formatted(theOnly().id()))
          .contains("\"line\" : 3", "\"leftOut\" : [ \"column city\" ]");
    }

    @Test
    void aTerminalIsShownABarAndLeftClean() {
      CliRun.Result result = cli.piping(TABLE).runOnTerminal("contact", "import", "-");

      assertThat(result.err()).contains("importing", "3/3").endsWith(" \r");
      assertThat(result.out()).endsWith("3 records: 1 added, 1 known, 1 rejected\n");
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
      Path latin1 =
          Files.writeString(
              folder.resolve("latin1.csv"), "name\nJörg\n", StandardCharsets.ISO_8859_1);

      assertThat(cli.run("contact", "import", "nowhere.csv"))
          .isEqualTo(new CliRun.Result(3, "", "engine: ENG-1002 no file nowhere.csv\n"));
      assertThat(cli.run("contact", "import", latin1.toString()).err())
          .contains("file must be text in UTF-8");
      assertThat(cli.run("contact", "import", folder.toString()).exitCode()).isEqualTo(2);
      assertThat(all()).isEmpty();
    }

    @Test
    void exportReplacesAFile() throws IOException {
      add("--email", "a@example.org");
      Path file = Files.writeString(folder.resolve("people.CSV"), "what was there");

      CliRun.Result result = cli.run("contact", "export", file.toString());

      assertThat(result.out()).isEqualTo("1 contacts written to %s\n".formatted(file));
      assertThat(file)
          .hasContent(
              """
              "name","email","phone","notes","tags"
              "Ada","a@example.org","","",""
              """);
      assertThat(folder)
          .isDirectoryContaining(file::equals)
          .isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void exportWithoutAFileGoesToTheOutput() {
      add("--tag", "vip");
      cli.run("contact", "add", "Ben");

      CliRun.Result result = cli.run("contact", "export", "--tag", "vip");

      assertThat(result.out())
          .isEqualTo(
              """
              BEGIN:VCARD
              VERSION:3.0
              FN:Ada
              N:;Ada;;;
              CATEGORIES:vip
              END:VCARD
              """
                  .replace("\n", "\r\n"));
    }

    @Test
    void anUnwritableFileIsExitCode2() {
      CliRun.Result result =
          cli.run("contact", "export", folder.resolve("no/such/folder.vcf").toString());

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("file must be one that can be written");
    }

    @Test
    void exportFollowsALinkAndKeepsTheMode() throws IOException {
      Path file = Files.createFile(folder.resolve("people.vcf"));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      Path link = Files.createSymbolicLink(folder.resolve("link.vcf"), file);
      add();

      cli.run("contact", "export", link.toString());

      assertThat(link).isSymbolicLink();
      assertThat(file).content().contains("FN:Ada");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-r--r--");
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "import"})
    void theEnginesOwnFilesAreNeitherReplacedNorRead(String command) throws IOException {
      Path home = Files.createDirectory(folder.resolve(".engine"));
      Path database = Files.writeString(home.resolve("system.db"), TABLE);
      Path link = Files.createSymbolicLink(folder.resolve("link.csv"), database);
      Path linkedFolder = Files.createSymbolicLink(folder.resolve("linked"), home);
      cli.with("ENGINE_HOME", home.toString());

      List<CliRun.Result> results =
          Stream.of(database, link, linkedFolder.resolve("system.db"), home.resolve("new.csv"))
              .map(file -> cli.run("contact", command, file.toString()))
              .toList();

      assertThat(results)
          .allSatisfy(result -> assertThat(result.exitCode()).isEqualTo(2))
          .allSatisfy(
              result ->
                  assertThat(result.err())
                      .contains("file must be outside of the engine's own folder"));
      assertThat(database).hasContent(TABLE);
      assertThat(home).isDirectoryNotContaining("glob:**.csv");
      assertThat(all()).isEmpty();
    }

    @Test
    void importReadsWhatAShellPipesInByName() throws IOException {
      Process holder = new ProcessBuilder("sleep", "600").start();
      try {
        try (Writer pipe = holder.outputWriter()) {
          pipe.write(TABLE);
        }

        CliRun.Result result =
            cli.run("contact", "import", "/proc/%d/fd/0".formatted(holder.pid()));

        assertThat(result.out()).endsWith("3 records: 1 added, 1 known, 1 rejected\n");
      } finally {
        holder.destroyForcibly();
      }
    }
  }

  private Contact add(String... options) {
    String[] args = new String[options.length + 3];
    System.arraycopy(new String[] {"contact", "add", "Ada"}, 0, args, 0, 3);
    System.arraycopy(options, 0, args, 3, options.length);
    cli.run(args);
    return theOnly();
  }

  private Contact theOnly() {
    return all().getFirst();
  }

  private List<Contact> all() {
    return cli.storage().contactViews().list(ContactFilter.ALL, Page.FIRST).items();
  }
}
