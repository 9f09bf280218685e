package dev.engine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** NullAway looks only at packages that say {@code @NullMarked}, so that none may forget it. */
final class NullMarkedTest {

  @Test
  void everyPackageIsNullMarked() {
    JavaClasses shipped =
        new ClassFileImporter().withImportOption(new OnlyShipped()).importPackages("dev.engine");

    Set<String> unmarked =
        shipped.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(pack -> !pack.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .filter(name -> !name.startsWith("dev.engine.persistence.db")) // generated
            .collect(Collectors.toSet());

    assertThat(unmarked).isEmpty();
  }
}
