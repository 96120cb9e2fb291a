package kafedra.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A rule that cannot fail is no rule: each is shown one deliberate violation and one empty room.
 */
class HouseRulesBiteTest {

  private static final String FIXTURES = "kafedra.house.fixture.";

  @TestFactory
  Stream<DynamicTest> acceptsAHouseInOrder() {
    return rulesOn("good")
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> accepts(rule, "good")));
  }

  @Test
  void refusesFeatureThatKnowsALibrary() {
    refuses(HouseRules::featuresKnowOnlyWords, "library", "Table", "Assertions");
  }

  @Test
  void refusesFeatureThatKnowsAnAdapter() {
    refuses(HouseRules::adaptersStayOutside, "upward", "Shelf", "SqliteShelf");
    refuses(HouseRules::featuresKnowOnlyWords, "upward", "Shelf", "SqliteShelf");
  }

  @Test
  void refusesAdapterThatBuildsAnother() {
    refuses(HouseRules::adaptersAreBuiltInMain, "builtconstructor", "Pages", "SqliteStore");
    refuses(HouseRules::adaptersAreBuiltInMain, "builtfactory", "Pages", "SqliteStore.open()");
  }

  @Test
  void refusesToBuildAnAdapterOfTheContractOutsideMain() {
    HouseRules rules = house(FIXTURES + "builtconstructor.web", "builtconstructor");

    assertThatThrownBy(() -> check(rules.contractAdaptersAreBuiltInMain(), "builtconstructor"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("Pages", "SqliteStore");
  }

  @ParameterizedTest
  @ValueSource(strings = {"instant", "zoned", "millis", "reference", "system"})
  void refusesToTakeTheTimeItself(String way) {
    refuses(HouseRules::clocksAreHandedIn, "clock." + way, "Watch.read()");
  }

  @Test
  void refusesProgramThatKnowsAnother() {
    refuses(HouseRules::programsStandAlone, "nosy", "Nosy", "Neighbour");
  }

  @Test
  void refusesWordThatKnowsALibrary() {
    HouseRules rules = new HouseRules("kafedra.contract", List.of(), classesOf("library"));

    assertThatThrownBy(() ->
            rules.onlyWords(resideInAPackage(FIXTURES + "library..")).check(classesOf("library")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("Table", "Assertions");
  }

  @TestFactory
  Stream<DynamicTest> refusesToJudgeAnEmptyRoom() {
    return rulesOn("nobody.lives.here")
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.getDescription(),
                () ->
                    assertThatThrownBy(() -> check(rule, "nobody.lives.here"))
                        .hasMessageContaining("failed to check any classes")));
  }

  private static Stream<ArchRule> rulesOn(String fixture) {
    HouseRules rules = house(FIXTURES + fixture, fixture);
    return Stream.of(
        rules.featuresKnowOnlyWords(),
        rules.adaptersStayOutside(),
        rules.adaptersAreBuiltInMain(),
        rules.contractAdaptersAreBuiltInMain(),
        rules.clocksAreHandedIn(),
        rules.programsStandAlone());
  }

  private static void accepts(ArchRule rule, String fixture) {
    assertThatCode(() -> check(rule, fixture)).doesNotThrowAnyException();
  }

  private static void refuses(
      Function<HouseRules, ArchRule> rule, String fixture, String... named) {
    assertThatThrownBy(() -> check(rule.apply(house(FIXTURES + fixture, fixture)), fixture))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(named);
  }

  private static void check(ArchRule rule, String fixture) {
    rule.check(classesOf(fixture));
  }

  private static HouseRules house(String root, String fixture) {
    return new HouseRules(root, List.of(FIXTURES + "neighbour"), classesOf(fixture));
  }

  private static JavaClasses classesOf(String fixture) {
    return new ClassFileImporter().importPackages(FIXTURES + fixture);
  }
}
