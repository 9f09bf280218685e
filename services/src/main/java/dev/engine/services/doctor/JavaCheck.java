package dev.engine.services.doctor;

/** That this program runs on a JDK that it was made for. */
public final class JavaCheck implements Check {

  private static final int LEAST = 25;

  private final Runtime.Version version;

  public JavaCheck(Runtime.Version version) {
    this.version = version;
  }

  @Override
  public String name() {
    return "java";
  }

  @Override
  public Finding look() {
    return version.feature() >= LEAST
        ? new Finding.Pass("Java " + version)
        : new Finding.Fail(
            "Java %s is older than %d".formatted(version, LEAST),
            "install a JDK %d and set JAVA_HOME to it".formatted(LEAST));
  }
}
