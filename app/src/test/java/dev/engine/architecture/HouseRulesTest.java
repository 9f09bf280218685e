package dev.engine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.engine.cli.violating.CommandOnHost;
import dev.engine.domain.violating.ImpureDomain;
import dev.engine.domain.violatingone.One;
import dev.engine.domain.violatingtwo.Two;
import dev.engine.hooks.violating.HookOnServices;
import dev.engine.host.ProcProcesses;
import dev.engine.persistence.violating.CopiesTheDatabase;
import dev.engine.services.violating.WorkerManager;
import dev.engine.wire.violating.RecordOnHost;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that never failed has not been tested: each one meets a class that breaks it. */
final class HouseRulesTest {

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of(HouseRules.THE_DOMAIN_IS_PURE, List.of(ImpureDomain.class)),
        Arguments.of(HouseRules.SERVICES_KNOW_THE_DOMAIN_ONLY, List.of(WorkerManager.class)),
        Arguments.of(HouseRules.ONLY_HOOKS_GO_DIRECT_TO_PERSISTENCE, List.of(WorkerManager.class)),
        Arguments.of(HouseRules.HOOKS_DO_WITHOUT_SERVICES, List.of(HookOnServices.class)),
        Arguments.of(
            HouseRules.ADAPTERS_DO_NOT_KNOW_ONE_ANOTHER,
            List.of(CommandOnHost.class, ProcProcesses.class)),
        Arguments.of(HouseRules.THE_WIRE_FORMAT_KNOWS_NO_ADAPTER, List.of(RecordOnHost.class)),
        Arguments.of(HouseRules.FEATURES_HAVE_NO_CYCLES, List.of(One.class, Two.class)),
        Arguments.of(HouseRules.SQL_STAYS_IN_PERSISTENCE, List.of(CommandOnHost.class)),
        Arguments.of(HouseRules.PICOCLI_STAYS_IN_THE_COMMAND_LINE, List.of(ImpureDomain.class)),
        Arguments.of(
            HouseRules.THE_WEB_SERVER_STAYS_IN_THE_HTTP_ADAPTER, List.of(CommandOnHost.class)),
        Arguments.of(
            HouseRules.THE_PROTOCOL_STAYS_IN_THE_MCP_ADAPTER, List.of(CommandOnHost.class)),
        Arguments.of(HouseRules.NOBODY_OPENS_A_DATABASE_FILE, List.of(CopiesTheDatabase.class)),
        Arguments.of(HouseRules.TIME_COMES_IN_THROUGH_A_PORT, List.of(WorkerManager.class)),
        Arguments.of(HouseRules.NAMES_SAY_WHAT_IT_DOES, List.of(WorkerManager.class)));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void failsOnAClassThatBreaksIt(ArchRule rule, List<Class<?>> breaking) {
    JavaClasses classes = new ClassFileImporter().importClasses(breaking);

    boolean isViolated = rule.evaluate(classes).hasViolation();

    assertThat(isViolated).isTrue();
  }

  @Test
  void everyRuleIsAppliedAndProven() {
    Set<Object> applied =
        Arrays.stream(ArchitectureTest.class.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(ArchTest.class))
            .map(HouseRulesTest::value)
            .collect(Collectors.toSet());
    Set<Object> proven = broken().map(arguments -> arguments.get()[0]).collect(Collectors.toSet());
    Set<Object> written =
        Arrays.stream(HouseRules.class.getDeclaredFields())
            .filter(field -> field.getType() == ArchRule.class)
            .map(HouseRulesTest::value)
            .collect(Collectors.toSet());

    assertThat(applied).isEqualTo(written);
    assertThat(proven).isEqualTo(written);
  }

  private static Object value(Field rule) {
    try {
      rule.setAccessible(true);
      return rule.get(null);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
