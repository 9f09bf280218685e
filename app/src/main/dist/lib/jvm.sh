# The options that every JVM of Engine starts with, in one place: an AOT cache is used only by a JVM
# whose options are those it was made with. Sourced by the launchers and by the build.

# Sets NATIVE to the folder with the SQLite library for this machine. Unpacked once, when the
# distribution is built: else each start writes it to the temp folder, and a killed one leaves it.
find_native() {
  local os arch
  case $OSTYPE in
    darwin*) os=Mac ;;
    *) os=Linux ;;
  esac
  case $HOSTTYPE in
    arm64 | aarch64) arch=aarch64 ;;
    *) arch=x86_64 ;;
  esac
  NATIVE=$1/native/org/sqlite/native/$os/$arch
}

# Paths and arguments are UTF-8. Without a locale that says so, as under cron or ssh, a JVM would read
# them as ASCII and could not even open a project whose path has an umlaut.
utf8_locale() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]-8 | *[Uu][Tt][Ff]8) ;;
    *) export LC_ALL=C.UTF-8 ;;
  esac
}

# Sets JVM_OPTIONS, CLASS_PATH and AOT_CACHE for the folder $1, which has the jars, and for the
# program $2: hook, engine (one command), mcp (an agent's tools, as long as its
# session lives) or serve (an engine that keeps running).
jvm_options() {
  utf8_locale
  find_native "$1"
  JVM_OPTIONS=(
    -XX:+UseSerialGC -XX:-UsePerfData -Xss512k
    --enable-native-access=ALL-UNNAMED
    -Djava.locale.providers=FALLBACK # sqlite-jdbc makes a Calendar; the CLDR data costs 10 ms
    -Dslf4j.internal.verbosity=ERROR
    -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true
  )
  case $2 in
    serve)
      # Both compilers, for it runs for days. The log is of java.util.logging, see EngineLog; its usual
      # manager would close it before the engine has said its last word.
      JVM_OPTIONS+=(
        -Xms24m -Xmx256m -XX:MaxMetaspaceSize=128m -XX:ReservedCodeCacheSize=48m
        -Dslf4j.provider=org.slf4j.jul.JULServiceProvider
        -Djava.util.logging.manager=dev.engine.app.log.LastingLogs
      )
      ;;
    *)
      JVM_OPTIONS+=(
        -XX:TieredStopAtLevel=1
        -XX:CompileThresholdScaling=5 # what runs for a moment costs less if little of it is compiled
        -Djdk.reflect.useNativeAccessorOnly=true # what is called once needs no code of its own
        -Dslf4j.provider=org.slf4j.nop.NOPServiceProvider # named, so that it is not searched for
      )
      ;;
  esac
  if [ "$2" = mcp ]; then # there may be as many of it as there are sessions
    JVM_OPTIONS+=(
      -Xms8m -Xmx64m -XX:ReservedCodeCacheSize=16m
      # The cache where it was made for, so that its pages need not be changed, and all share them.
      -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0
    )
  fi
  if [ -d "$NATIVE" ]; then
    JVM_OPTIONS+=("-Dorg.sqlite.lib.path=$NATIVE")
  fi
  AOT_CACHE=$1/aot/$2.aot
  # The manifest of this jar names all others, in a fixed order.
  CLASS_PATH=$1/dev.engine.engine-app.jar
}
