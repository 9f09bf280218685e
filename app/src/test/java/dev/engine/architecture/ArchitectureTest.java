package dev.engine.architecture;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Every rule, applied to everything that is shipped. */
@AnalyzeClasses(packages = "dev.engine", importOptions = OnlyShipped.class)
final class ArchitectureTest {

  @ArchTest static final ArchRule DOMAIN = HouseRules.THE_DOMAIN_IS_PURE;
  @ArchTest static final ArchRule SERVICES = HouseRules.SERVICES_KNOW_THE_DOMAIN_ONLY;
  @ArchTest static final ArchRule DIRECT = HouseRules.ONLY_HOOKS_GO_DIRECT_TO_PERSISTENCE;
  @ArchTest static final ArchRule HOOKS = HouseRules.HOOKS_DO_WITHOUT_SERVICES;
  @ArchTest static final ArchRule ADAPTERS = HouseRules.ADAPTERS_DO_NOT_KNOW_ONE_ANOTHER;
  @ArchTest static final ArchRule WIRE = HouseRules.THE_WIRE_FORMAT_KNOWS_NO_ADAPTER;
  @ArchTest static final ArchRule CYCLES = HouseRules.FEATURES_HAVE_NO_CYCLES;
  @ArchTest static final ArchRule SQL = HouseRules.SQL_STAYS_IN_PERSISTENCE;
  @ArchTest static final ArchRule PICOCLI = HouseRules.PICOCLI_STAYS_IN_THE_COMMAND_LINE;
  @ArchTest static final ArchRule WEB = HouseRules.THE_WEB_SERVER_STAYS_IN_THE_HTTP_ADAPTER;
  @ArchTest static final ArchRule PROTOCOL = HouseRules.THE_PROTOCOL_STAYS_IN_THE_MCP_ADAPTER;
  @ArchTest static final ArchRule FILES = HouseRules.NOBODY_OPENS_A_DATABASE_FILE;
  @ArchTest static final ArchRule TIME = HouseRules.TIME_COMES_IN_THROUGH_A_PORT;
  @ArchTest static final ArchRule NAMES = HouseRules.NAMES_SAY_WHAT_IT_DOES;
}
