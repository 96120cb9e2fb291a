package kafedra.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.chrono.ChronoLocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What may know what. A package named for a technology is an adapter, the module's root package
 * holds {@code …Main} and its configuration, and every other package is a feature.
 *
 * <p>A rule that finds nothing to judge fails: this is ArchUnit's default and we rely on it.
 */
public final class HouseRules {

  static final Set<String> TECHNOLOGIES =
      Set.of(
          "broker",
          "evdev",
          "files",
          "http",
          "link",
          "linux",
          "mqtt",
          "oshi",
          "outbox",
          "pi4j",
          "postgres",
          "simulated",
          "sql",
          "sqlite",
          "web",
          "windows");

  /** What a feature may take from the contract: words, not wires. */
  static final Set<String> SHARED_WORDS = Set.of("id", "message", "picture", "time");

  private static final String CONTRACT = "kafedra.contract";

  private static final List<String> PROGRAMS =
      List.of(
          "kafedra.controller",
          "kafedra.kiosk",
          "kafedra.agent",
          "kafedra.provisioning",
          "kafedra.bench");

  private static final Set<Class<?>> READERS_OF_THE_CLOCK =
      Set.of(
          Instant.class,
          LocalDate.class,
          LocalDateTime.class,
          LocalTime.class,
          MonthDay.class,
          OffsetDateTime.class,
          OffsetTime.class,
          Year.class,
          YearMonth.class,
          ZonedDateTime.class,
          ChronoLocalDate.class);

  private final String root;
  private final Collection<String> strangers;
  private final JavaClasses judged;

  HouseRules(String root, Collection<String> strangers, JavaClasses judged) {
    this.root = root;
    this.strangers = List.copyOf(strangers);
    this.judged = judged;
  }

  /** The product code of the module whose root package this is. */
  public static HouseRules of(String root) {
    ImportOption product = new ImportOption.DoNotIncludeTests();
    JavaClasses judged = new ClassFileImporter().withImportOption(product).importPackages(root);
    return new HouseRules(root, strangersTo(root), judged);
  }

  /** All rules: for a program with features, adapters and one {@code …Main}. */
  public Stream<DynamicTest> forProgram() {
    return tests(
        featuresKnowOnlyWords(),
        adaptersStayOutside(),
        adaptersAreBuiltInMain(),
        contractAdaptersAreBuiltInMain(),
        clocksAreHandedIn(),
        programsStandAlone());
  }

  /** For the contract: it has no Main, and its only features are the shared words. */
  public Stream<DynamicTest> forContract() {
    return tests(wordsKnowOnlyWords(), clocksAreHandedIn(), programsStandAlone());
  }

  /** For the benchmarks: one class a figure, which may build whatever it measures. */
  public Stream<DynamicTest> forBench() {
    return tests(clocksAreHandedIn());
  }

  ArchRule featuresKnowOnlyWords() {
    return classes()
        .that(areFeatures())
        .should()
        .onlyDependOnClassesThat(areFeatures().or(areJdkOrAnnotations()).or(areSharedWords()))
        .as("features know the JDK, JSpecify, slf4j, each other and the contract's words");
  }

  ArchRule wordsKnowOnlyWords() {
    return onlyWords(areSharedWords());
  }

  ArchRule onlyWords(DescribedPredicate<JavaClass> words) {
    return classes()
        .that(words)
        .should()
        .onlyDependOnClassesThat(areSharedWords().or(areJdkOrAnnotations()))
        .as("the contract's words know the JDK, JSpecify and each other");
  }

  ArchRule adaptersStayOutside() {
    return noClasses()
        .that(areFeatures())
        .should()
        .dependOnClassesThat(areAdapters())
        .as("adapters import features, never the reverse");
  }

  ArchRule adaptersAreBuiltInMain() {
    return classes()
        .that(areAdapters().and(areInThisModule()))
        .should(
            new ArchCondition<>("be built by Main or within their own package") {
              @Override
              public void check(JavaClass adapter, ConditionEvents events) {
                adapter.getAccessesToSelf().stream()
                    .filter(HouseRules::buildsForeignAdapter)
                    .forEach(it -> events.add(violated(adapter, it)));
              }
            })
        .as("only Main builds adapters");
  }

  /** The same for adapters that live in the contract, seen from the side that builds. */
  ArchRule contractAdaptersAreBuiltInMain() {
    return classes()
        .that(areInThisModule())
        .should(
            new ArchCondition<>("leave building to Main") {
              @Override
              public void check(JavaClass builder, ConditionEvents events) {
                builder.getAccessesFromSelf().stream()
                    .filter(it -> !areInThisModule().test(it.getTargetOwner()))
                    .filter(HouseRules::buildsForeignAdapter)
                    .forEach(it -> events.add(violated(builder, it)));
              }
            })
        .as("only Main builds adapters of the contract");
  }

  ArchRule clocksAreHandedIn() {
    return classes()
        .that(areInThisModule())
        .should(
            new ArchCondition<>("be handed an InstantSource") {
              @Override
              public void check(JavaClass reader, ConditionEvents events) {
                reader.getAccessesFromSelf().stream()
                    .filter(HouseRules::readsTheSystemClock)
                    .forEach(it -> events.add(violated(reader, it)));
              }
            })
        .as("time is handed in: no static now(), and only Main takes the system's clock");
  }

  ArchRule programsStandAlone() {
    return noClasses()
        .that(areInThisModule())
        .should()
        .dependOnClassesThat(areInOrBelow(strangers))
        .as("programs never depend on one another");
  }

  private Stream<DynamicTest> tests(ArchRule... rules) {
    return Arrays.stream(rules)
        .map(it -> DynamicTest.dynamicTest(it.getDescription(), () -> it.check(judged)));
  }

  private DescribedPredicate<JavaClass> areInThisModule() {
    return resideInAnyPackage(root + "..");
  }

  private DescribedPredicate<JavaClass> areFeatures() {
    return describe(
        "features",
        it ->
            it.getPackageName().startsWith(root + ".")
                && adapterHome(it.getPackageName()).isEmpty());
  }

  private static DescribedPredicate<JavaClass> areAdapters() {
    return describe("adapters", it -> isAdapter(it));
  }

  private static DescribedPredicate<JavaClass> areSharedWords() {
    return areInOrBelow(SHARED_WORDS.stream().map(it -> CONTRACT + "." + it).toList())
        .as("the contract's words");
  }

  private static DescribedPredicate<JavaClass> areJdkOrAnnotations() {
    return resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "org.slf4j..")
        .or(describe("primitives", it -> it.getBaseComponentType().isPrimitive()));
  }

  private static DescribedPredicate<JavaClass> areInOrBelow(Collection<String> packages) {
    return resideInAnyPackage(packages.stream().map(it -> it + "..").toArray(String[]::new));
  }

  /** Provisioning packs all programs, bench measures all: they may know the others. */
  private static List<String> strangersTo(String root) {
    return switch (root) {
      case "kafedra.bench" -> List.of();
      case "kafedra.provisioning" -> List.of("kafedra.bench");
      default -> PROGRAMS.stream().filter(it -> !it.equals(root)).toList();
    };
  }

  private static boolean isAdapter(JavaClass candidate) {
    return adapterHome(candidate.getPackageName()).isPresent();
  }

  /** {@code kafedra.kiosk.web} for {@code kafedra.kiosk.web.pages}; empty for a feature. */
  private static Optional<String> adapterHome(String packageName) {
    if (!packageName.startsWith("kafedra.")) {
      return Optional.empty();
    }
    int end = 0;
    while (end < packageName.length()) {
      int dot = packageName.indexOf('.', end);
      int next = dot < 0 ? packageName.length() : dot;
      if (TECHNOLOGIES.contains(packageName.substring(end, next))) {
        return Optional.of(packageName.substring(0, next));
      }
      end = next + 1;
    }
    return Optional.empty();
  }

  private static boolean buildsForeignAdapter(JavaAccess<?> access) {
    JavaClass built = access.getTargetOwner();
    return isAdapter(built)
        && !isValue(built)
        && isConstruction(access)
        && !isMain(access.getOriginOwner())
        && !sameAdapter(access.getOriginOwner(), built);
  }

  private static boolean sameAdapter(JavaClass one, JavaClass other) {
    return adapterHome(one.getPackageName()).equals(adapterHome(other.getPackageName()));
  }

  /** What an adapter hands out is a value; records, enums and exceptions are no adapters. */
  private static boolean isValue(JavaClass type) {
    return type.isRecord() || type.isEnum() || type.isAssignableTo(Throwable.class);
  }

  /** {@code new X(…)}, {@code X::new}, or a static factory that returns its own type. */
  private static boolean isConstruction(JavaAccess<?> access) {
    if (access.getTarget().getName().equals(JavaConstructor.CONSTRUCTOR_NAME)) {
      return true;
    }
    return access.getTarget().resolveMember().stream()
        .filter(JavaMethod.class::isInstance)
        .map(JavaMethod.class::cast)
        .anyMatch(it ->
            it.getModifiers().contains(JavaModifier.STATIC)
                && it.getRawReturnType().isAssignableTo(it.getOwner().getName()));
  }

  private static boolean readsTheSystemClock(JavaAccess<?> access) {
    if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
      return false;
    }
    JavaClass owner = target.getOwner();
    boolean handedIn =
        target.getRawParameterTypes().stream().anyMatch(it -> it.isEquivalentTo(Clock.class));
    boolean now = target.getName().equals("now") && isOneOf(owner, READERS_OF_THE_CLOCK);
    boolean millis =
        owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis");
    boolean date =
        owner.isEquivalentTo(Date.class)
            && target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
            && target.getRawParameterTypes().isEmpty();
    boolean systemClock =
        isOneOf(owner, Set.of(Clock.class, InstantSource.class))
            && target.getName().startsWith("system");
    return ((now && !handedIn) || millis || date)
        || (systemClock && !isMain(access.getOriginOwner()));
  }

  private static boolean isOneOf(JavaClass owner, Set<Class<?>> types) {
    return types.stream().anyMatch(owner::isEquivalentTo);
  }

  private static boolean isMain(JavaClass candidate) {
    JavaClass outermost = candidate;
    while (outermost.getEnclosingClass().isPresent()) {
      outermost = outermost.getEnclosingClass().get();
    }
    return outermost.getSimpleName().endsWith("Main");
  }

  private static ConditionEvent violated(Object where, JavaAccess<?> access) {
    return SimpleConditionEvent.violated(where, access.getDescription());
  }
}
