package dev.engine.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/**
 * The architecture in words. The POMs carry most of it already: a forbidden import does not
 * compile.
 */
final class HouseRules {

  /** What opens a file's bytes. {@code Files.exists}, {@code size} and {@code move} do not. */
  private static final Set<String> OPENING_METHODS =
      Set.of(
          "copy",
          "lines",
          "mismatch",
          "newBufferedReader",
          "newBufferedWriter",
          "newByteChannel",
          "newInputStream",
          "newOutputStream",
          "readAllBytes",
          "readAllLines",
          "readString",
          "write",
          "writeString");

  static final ArchRule THE_DOMAIN_IS_PURE =
      classes()
          .that()
          .resideInAPackage("dev.engine.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.engine.domain..", "java..", "org.jspecify.annotations..")
          .because("the domain must run, and be tested, with nothing but the JDK");

  static final ArchRule SERVICES_KNOW_THE_DOMAIN_ONLY =
      noClasses()
          .that()
          .resideInAPackage("dev.engine.services..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.engine.persistence..",
              "dev.engine.cli..",
              "dev.engine.hooks..",
              "dev.engine.host..",
              "dev.engine.http..",
              "dev.engine.mcp..",
              "dev.engine.wire..",
              "dev.engine.app..")
          .because("what is decided must not know who asks and where it is stored");

  static final ArchRule ONLY_HOOKS_GO_DIRECT_TO_PERSISTENCE =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.engine.persistence..", "dev.engine.hooks..", "dev.engine.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.engine.persistence..")
          .because("every adapter but the hooks goes through services");

  static final ArchRule HOOKS_DO_WITHOUT_SERVICES =
      noClasses()
          .that()
          .resideInAPackage("dev.engine.hooks..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.engine.services..", "dev.engine.wire..")
          .because("a hook has milliseconds, and every rule that it shares lives in the domain");

  static final ArchRule ADAPTERS_DO_NOT_KNOW_ONE_ANOTHER =
      slices()
          .matching("dev.engine.(cli|hooks|host|http|mcp)..")
          .should()
          .notDependOnEachOther()
          .because("each adapter can be left out or replaced");

  static final ArchRule THE_WIRE_FORMAT_KNOWS_NO_ADAPTER =
      noClasses()
          .that()
          .resideInAPackage("dev.engine.wire..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.engine.persistence..",
              "dev.engine.cli..",
              "dev.engine.hooks..",
              "dev.engine.host..",
              "dev.engine.http..",
              "dev.engine.mcp..",
              "dev.engine.app..")
          .because("what adapters share must not tie them to one another");

  static final ArchRule FEATURES_HAVE_NO_CYCLES =
      slices()
          .matching("dev.engine.domain.(*)..")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(DescribedPredicate.alwaysTrue(), simpleNameEndingWith("Id"))
          .because("a feature may name another's things, by their ids, and no more");

  static final ArchRule SQL_STAYS_IN_PERSISTENCE =
      onlyIn(
          "dev.engine.persistence..", "java.sql..", "org.jooq..", "org.sqlite..", "org.flywaydb..");

  static final ArchRule PICOCLI_STAYS_IN_THE_COMMAND_LINE =
      onlyIn("dev.engine.cli..", "picocli..", "org.jline..", "me.tongfei..");

  static final ArchRule THE_WEB_SERVER_STAYS_IN_THE_HTTP_ADAPTER =
      onlyIn(
          "dev.engine.http..",
          "io.javalin..",
          "io.prometheus..",
          "jakarta.servlet..",
          "org.eclipse.jetty..");

  static final ArchRule THE_PROTOCOL_STAYS_IN_THE_MCP_ADAPTER =
      onlyIn("dev.engine.mcp..", "io.modelcontextprotocol..", "reactor..");

  static final ArchRule NOBODY_OPENS_A_DATABASE_FILE =
      noClasses()
          .that()
          .resideInAPackage("dev.engine.persistence..")
          .and()
          .doNotHaveSimpleName("CopyFiles") // a continuous copy, which SQLite does not have open
          .and()
          .doNotHaveSimpleName("DiskSync") // files that SQLite does not have open
          .and()
          .doNotHaveSimpleName("LockHolders") // reads /proc
          .and()
          .doNotHaveSimpleName("ProcessMark") // reads /proc
          .and()
          .doNotHaveSimpleName("SealFiles") // backups, which nobody writes to any more
          .and()
          .doNotHaveSimpleName("TurnFile") // a file of its own, which SQLite does not know
          .should()
          .callCodeUnitWhere(opensAFile())
          .because(
              "closing a file that SQLite has open in this process drops SQLite's locks, and then"
                  + " another process deletes the write-ahead log with acknowledged commits in it");

  static final ArchRule TIME_COMES_IN_THROUGH_A_PORT =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.engine.domain..",
              "dev.engine.services..",
              "dev.engine.hooks..",
              "dev.engine.persistence..",
              "dev.engine.mcp..",
              "dev.engine.cli..",
              "dev.engine.wire..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .because("what depends on time is tested with any time");

  static final ArchRule NAMES_SAY_WHAT_IT_DOES =
      noClasses()
          .that()
          .resideInAPackage("dev.engine..")
          .and()
          .doNotHaveSimpleName("EnginePort") // one of TCP
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Service")
          .orShould()
          .haveSimpleNameEndingWith("UseCase")
          .orShould()
          .haveSimpleNameEndingWith("Port")
          .orShould()
          .haveSimpleNameEndingWith("Dto")
          .orShould()
          .haveSimpleNameEndingWith("Entity")
          .orShould()
          .haveSimpleNameStartingWith("Abstract")
          .because("these names carry no intent");

  private HouseRules() {}

  private static ArchRule onlyIn(String home, String... packages) {
    return noClasses()
        .that()
        .resideInAPackage("dev.engine..")
        .and()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .because("these types must not leak out of " + home);
  }

  private static DescribedPredicate<JavaCall<?>> opensAFile() {
    return DescribedPredicate.describe(
        "open a file by java.io or java.nio",
        call -> {
          CodeUnitCallTarget target = call.getTarget();
          JavaClass owner = target.getOwner();
          return owner.isAssignableTo(FileInputStream.class)
              || owner.isAssignableTo(FileOutputStream.class)
              || owner.isAssignableTo(RandomAccessFile.class)
              || (owner.isEquivalentTo(FileChannel.class) && target.getName().equals("open"))
              || (owner.isEquivalentTo(Files.class) && OPENING_METHODS.contains(target.getName()));
        });
  }
}
