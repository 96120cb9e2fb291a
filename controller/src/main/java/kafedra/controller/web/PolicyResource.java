package kafedra.controller.web;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.controller.access.AuditLog;
import kafedra.controller.access.StaffRole;
import kafedra.controller.policy.Force;
import kafedra.controller.policy.Need;
import kafedra.controller.policy.Needs;
import kafedra.controller.policy.Policies;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.policy.PolicyNumber;
import kafedra.controller.policy.PolicySettings;
import kafedra.controller.roster.Person;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.School;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a school, and what people are entitled to under them. Rules bear no names, so a
 * coordinator may set them too; needs are for the librarian alone.
 */
final class PolicyResource {
  private static final Access RULERS = Access.of(StaffRole.LIBRARIAN, StaffRole.COORDINATOR);
  private static final Access LIBRARIANS = Access.of(StaffRole.LIBRARIAN);

  private record NumberView(
      PolicyNumber name, PolicyNumber.Unit unit, int least, int most, int usual, int value) {}

  private record PolicyView(
      PolicyName name,
      Force force,
      Force usual,
      List<Force> forces,
      boolean overridable,
      List<NumberView> numbers) {}

  private record PoliciesView(SchoolId school, int version, List<PolicyView> policies) {
    static PoliciesView of(PolicySettings settings) {
      return new PoliciesView(
          settings.school(),
          settings.version(),
          Arrays.stream(PolicyName.values()).map(name -> view(name, settings)).toList());
    }

    private static PolicyView view(PolicyName name, PolicySettings settings) {
      return new PolicyView(
          name,
          settings.force(name),
          name.usual(),
          name.forces(),
          name.mayBeOverridden(),
          name.numbers().stream()
              .map(it ->
                  new NumberView(
                      it, it.unit(), it.least(), it.most(), it.usual(), settings.number(it)))
              .toList());
    }
  }

  private record NumberBody(@Nullable String name, @Nullable Integer value) {}

  private record PolicyBody(
      @Nullable String name,
      @Nullable String force,
      @Nullable List<@Nullable NumberBody> numbers) {}

  private record PoliciesBody(
      @Nullable Integer version, @Nullable List<@Nullable PolicyBody> policies) {}

  private record NeedsBody(@Nullable List<@Nullable String> needs) {}

  private record NeedsView(PersonId person, List<Need> needs) {}

  private final Policies policies;
  private final Needs needs;
  private final Roster roster;
  private final AuditLog audit;
  private final InstantSource clock;

  PolicyResource(
      Policies policies, Needs needs, Roster roster, AuditLog audit, InstantSource clock) {
    this.policies = policies;
    this.needs = needs;
    this.roster = roster;
    this.audit = audit;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
            "/schools/{school}/policies",
            RULERS,
            call -> Reply.ok(PoliciesView.of(policies.of(school(call))))),
        Route.json(Route.Method.PUT, "/schools/{school}/policies", RULERS, this::set),
        Route.get("/people/{person}/needs", LIBRARIANS, call -> Reply.ok(needsOf(person(call)))),
        Route.json(Route.Method.PUT, "/people/{person}/needs", LIBRARIANS, this::setNeeds));
  }

  private static SchoolId school(Call call) {
    Optional<School> school = call.premises().school(call.pathId("school", SchoolId::new));
    return call.seen(school, School::id).id();
  }

  private Reply set(Call call) {
    SchoolId school = school(call);
    PoliciesBody body = call.body(PoliciesBody.class);
    PolicySettings before = policies.of(school);
    int version = Fields.number("version", body.version(), 0, Integer.MAX_VALUE);
    PolicySettings wanted = new PolicySettings(school, version, before.forces(), before.numbers());
    for (PolicyBody policy : Fields.given("policies", body.policies())) {
      wanted = changed(wanted, Fields.given("policies", policy));
    }
    String login = call.staff().login();
    return switch (policies.save(wanted, login, clock.instant())) {
      case Policies.Saving.Saved saved -> {
        audit.note(login, "policies-set", school.value(), difference(before, saved.settings()));
        yield Reply.ok(PoliciesView.of(saved.settings()));
      }
      case Policies.Saving.Outdated outdated -> throw Problem.of(ProblemCode.CHANGED_MEANWHILE);
    };
  }

  /** The settings with what the body says of one policy; what it leaves out stays. */
  private static PolicySettings changed(PolicySettings settings, PolicyBody body) {
    PolicyName name = Fields.word("name", body.name(), PolicyName.class);
    PolicySettings wanted = settings;
    if (body.force() != null) {
      Force force = Fields.word("force", body.force(), Force.class);
      if (!name.allows(force)) {
        throw Problem.at(ProblemCode.BAD_FIELD, name + ".force");
      }
      wanted = wanted.with(name, force);
    }
    if (body.numbers() != null) {
      for (NumberBody number : body.numbers()) {
        wanted = changed(wanted, name, Fields.given("numbers", number));
      }
    }
    return wanted;
  }

  private static PolicySettings changed(
      PolicySettings settings, PolicyName policy, NumberBody body) {
    PolicyNumber number = Fields.word("name", body.name(), PolicyNumber.class);
    if (number.policy() != policy) {
      throw Problem.at(ProblemCode.BAD_FIELD, policy + "." + number);
    }
    int value = Fields.number(number.name(), body.value(), number.least(), number.most());
    return settings.with(number, value);
  }

  /** What changed, such as {@code version 4, GAP OFF>ON, GAP_LEAST 10>15}. */
  private static String difference(PolicySettings before, PolicySettings after) {
    StringJoiner words = new StringJoiner(", ");
    words.add("version " + after.version());
    for (PolicyName name : PolicyName.values()) {
      if (before.force(name) != after.force(name)) {
        words.add(name + " " + before.force(name) + ">" + after.force(name));
      }
    }
    for (PolicyNumber number : PolicyNumber.values()) {
      if (before.number(number) != after.number(number)) {
        words.add(number + " " + before.number(number) + ">" + after.number(number));
      }
    }
    return words.toString();
  }

  private PersonId person(Call call) {
    Optional<Person> person = roster.person(call.pathId("person", PersonId::new));
    return call.seen(person, Person::school).id();
  }

  private NeedsView needsOf(PersonId person) {
    return new NeedsView(person, needs.of(person).stream().sorted().toList());
  }

  /** The audit keeps that somebody set needs, and not which: the audit has more readers. */
  private Reply setNeeds(Call call) {
    PersonId person = person(call);
    Set<Need> wanted = EnumSet.noneOf(Need.class);
    for (String name : Fields.given("needs", call.body(NeedsBody.class).needs())) {
      wanted.add(Fields.word("needs", name, Need.class));
    }
    needs.set(person, wanted);
    audit.note(call.staff().login(), "needs-set", person.value(), "");
    return Reply.ok(needsOf(person));
  }
}
