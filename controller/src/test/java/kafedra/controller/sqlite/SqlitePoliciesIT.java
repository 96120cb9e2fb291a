package kafedra.controller.sqlite;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.MovableClock;
import kafedra.controller.TestDistrict;
import kafedra.controller.files.DistrictFile;
import kafedra.controller.policy.Force;
import kafedra.controller.policy.Need;
import kafedra.controller.policy.Policies.Saving;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.policy.PolicyNumber;
import kafedra.controller.policy.PolicySettings;
import kafedra.controller.policy.SeatRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlitePoliciesIT {
  private static final SchoolId SCHOOL = new SchoolId("s1");

  @TempDir Path folder;
  private TestDistrict district;
  private SqlitePolicies policies;

  @BeforeEach
  void open() {
    district = new TestDistrict(folder, new MovableClock(MONDAY_10));
    policies = new SqlitePolicies(district.readers, district.writer, district.changes);
  }

  @AfterEach
  void close() {
    district.close();
  }

  private static PolicySettings changed(PolicySettings from) {
    return from.with(PolicyName.GAP, Force.WARN).with(PolicyNumber.GAP_LEAST, 25);
  }

  @Test
  void keepsWhatWasSetThroughARestart() {
    Saving came = policies.save(changed(policies.of(SCHOOL)), "lib1", MONDAY_10);

    PolicySettings after =
        new SqlitePolicies(district.readers, district.writer, district.changes).of(SCHOOL);
    assertThat(came).isEqualTo(new Saving.Saved(after));
    assertThat(policies.of(SCHOOL)).isEqualTo(after);
    assertThat(after.version()).isEqualTo(1);
    assertThat(after.force(PolicyName.GAP)).isEqualTo(Force.WARN);
    assertThat(after.number(PolicyNumber.GAP_LEAST)).isEqualTo(25);
    assertThat(policies.of(new SchoolId("s2"))).isEqualTo(PolicySettings.usual(new SchoolId("s2")));
  }

  @Test
  void letsOneOfManyEditsOfOneVersionThrough() {
    PolicySettings read = policies.of(SCHOOL);

    List<Saving> came =
        IntStream.range(0, 8)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(() ->
                    policies.save(read.with(PolicyNumber.OPEN_MOST, i + 1), "lib" + i, MONDAY_10)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(came).filteredOn(Saving.Saved.class::isInstance).hasSize(1);
    assertThat(came)
        .filteredOn(Saving.Outdated.class::isInstance)
        .allMatch(it -> it.equals(new Saving.Outdated(policies.of(SCHOOL))));
    assertThat(policies.of(SCHOOL).version()).isEqualTo(1);
  }

  @Test
  void keepsEveryVersionWithWhoSetIt() {
    assertThat(policies.save(policies.of(SCHOOL), "lib1", MONDAY_10))
        .isInstanceOf(Saving.Saved.class);
    assertThat(policies.save(changed(policies.of(SCHOOL)), "coo1", MONDAY_10))
        .isInstanceOf(Saving.Saved.class);

    assertThat(
            district.number(
                "SELECT value FROM policy_number WHERE version = 1 AND number = 'GAP_LEAST'"))
        .isEqualTo(10);
    assertThat(
            district.number(
                "SELECT value FROM policy_number WHERE version = 2 AND number = 'GAP_LEAST'"))
        .isEqualTo(25);
    assertThat(district.number("SELECT version FROM policy_version WHERE by = 'coo1'"))
        .isEqualTo(2);
  }

  @Test
  void startsWithRulesOfALaterProgram() {
    assertThat(policies.save(changed(policies.of(SCHOOL)), "lib1", MONDAY_10))
        .isInstanceOf(Saving.Saved.class);
    int _ =
        district.writer.write(db ->
            Rows.change(db, "INSERT INTO policy_force VALUES ('s1', 1, 'OF_TOMORROW', 'ON')")
                + Rows.change(db, "INSERT INTO policy_number VALUES ('s1', 1, 'OF_TOMORROW', 1)")
                + Rows.change(
                    db, "UPDATE policy_number SET value = 99999 WHERE number = 'OPEN_MOST'")
                + Rows.change(db, "UPDATE policy_force SET force = 'WARN' WHERE policy = 'NEED'"));

    PolicySettings read =
        new SqlitePolicies(district.readers, district.writer, district.changes).of(SCHOOL);
    assertThat(read.number(PolicyNumber.GAP_LEAST)).isEqualTo(25);
    assertThat(read.number(PolicyNumber.OPEN_MOST)).isEqualTo(PolicyNumber.OPEN_MOST.usual());
    assertThat(read.force(PolicyName.NEED)).isEqualTo(PolicyName.NEED.usual());
  }

  @Test
  void keepsNeedsThroughARestartAndForgetsThemWhenTheyEnd() {
    PersonId person = new PersonId("p1");
    SqliteNeeds needs = new SqliteNeeds(district.readers, district.writer);
    needs.set(person, Set.of(Need.PRIORITY, Need.ACCESSIBLE_SEAT));

    SqliteNeeds again = new SqliteNeeds(district.readers, district.writer);
    assertThat(needs.of(person)).containsExactlyInAnyOrder(Need.values());
    assertThat(again.of(person)).containsExactlyInAnyOrder(Need.values());
    assertThat(again.of(new PersonId("p2"))).isEmpty();
    again.set(person, Set.of());
    assertThat(again.of(person)).isEmpty();
    assertThat(district.number("SELECT count(*) FROM person_need")).isZero();
  }

  @Test
  void takesTheRulesOfSeatsFromTheDistrictFileEachTime() {
    SqliteSeatRules rules = new SqliteSeatRules(district.readers, district.changes);
    WorkstationId seat = new WorkstationId("w2");
    apply("\"grades\": {\"from\": 5}, \"keptFor\": \"accessible_seat\"");

    assertThat(rules.of(seat)).isEqualTo(new SeatRule(seat, 5, 12, Need.ACCESSIBLE_SEAT));
    assertThat(new SqliteSeatRules(district.readers, district.changes).of(seat))
        .isEqualTo(rules.of(seat));
    assertThat(rules.of(new WorkstationId("w3"))).isEqualTo(SeatRule.none(new WorkstationId("w3")));

    apply("\"keptFor\": \"priority\"");
    assertThat(rules.of(seat)).isEqualTo(new SeatRule(seat, 1, 12, Need.PRIORITY));
  }

  @Test
  void tellsAWrongRuleOfASeatWithItsPlace() {
    assertThat(
            DistrictFile.parse(
                json("\"grades\": {\"from\": 9, \"to\": 5}, \"keptFor\": \"friends\"")))
        .isInstanceOfSatisfying(
            DistrictFile.Broken.class,
            broken ->
                assertThat(broken.problems())
                    .anyMatch(it -> it.contains("workstations[1].grades: from 9 is more than to 5"))
                    .anyMatch(it -> it.contains("workstations[1].keptFor: is not usable"))
                    .hasSize(2));
  }

  private static String json(String rule) {
    return TestDistrict.json().replace("\"id\": \"w2\",", "\"id\": \"w2\", " + rule + ",");
  }

  private void apply(String rule) {
    if (!(DistrictFile.parse(json(rule)) instanceof DistrictFile.Read read)) {
      throw new AssertionError(DistrictFile.parse(json(rule)));
    }
    new SqliteDistrictStore(district.writer, district.changes).replace(read.district(), List.of());
  }
}
