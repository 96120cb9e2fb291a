package kafedra.controller.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Role;
import kafedra.controller.access.AuditLog;
import kafedra.controller.access.StaffRole;
import kafedra.controller.roster.Credentials;
import kafedra.controller.roster.Credentials.StretchedPin;
import kafedra.controller.roster.Group;
import kafedra.controller.roster.Member;
import kafedra.controller.roster.People;
import kafedra.controller.roster.Pin;
import kafedra.controller.roster.PinDesk;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.School;
import kafedra.controller.roster.SearchWords;
import org.jspecify.annotations.Nullable;

/** People, and what proves them at a kiosk. */
final class PeopleResource {
  private static final Access KEEPERS = Access.of(StaffRole.LIBRARIAN, StaffRole.SYSADMIN);
  private static final Pattern DIGITS = Pattern.compile("[0-9]{4,8}");
  private static final Pattern CARD = Pattern.compile("[0-9A-Za-z]{4,32}");
  private static final int MOST_CARDS = 5;

  private record PersonView(
      PersonId id,
      SchoolId school,
      String name,
      @Nullable Integer grade,
      Role role,
      List<Names.Ref> groups,
      @Nullable String number,
      boolean hasPin,
      int cards) {}

  private record CredentialsBody(
      @Nullable String number, @Nullable String pin, @Nullable List<@Nullable String> cards) {}

  private record SlipView(PersonId person, String name, String number, String pin) {}

  private record SlipsView(List<SlipView> slips, int left) {}

  private final Roster roster;
  private final People people;
  private final PinDesk pins;
  private final AuditLog audit;

  PeopleResource(Roster roster, People people, PinDesk pins, AuditLog audit) {
    this.roster = roster;
    this.people = people;
    this.pins = pins;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/people", KEEPERS, this::search),
        Route.get("/people/{person}", KEEPERS, call -> Reply.ok(view(member(call)))),
        Route.json(Route.Method.PUT, "/people/{person}/credentials", KEEPERS, this::prove),
        Route.change(Route.Method.POST, "/groups/{group}/pins", KEEPERS, this::issuePins));
  }

  private Reply search(Call call) {
    List<SchoolId> schools = call.schools().stream().map(School::id).toList();
    String text = call.query("q").orElse("");
    if (text.length() > 100) {
      throw Problem.at(ProblemCode.BAD_PARAMETER, "q");
    }
    @Nullable GroupId group =
        call.query("group").map(it -> call.queryId("group", it, GroupId::new)).orElse(null);
    int most = call.number("limit", 1, 200, 50);
    return Reply.ok(views(people.search(schools, SearchWords.of(text), group, most)));
  }

  private Member member(Call call) {
    return call.seen(
        people.member(call.pathId("person", PersonId::new)), it -> it.person().school());
  }

  private Reply prove(Call call) {
    Member member = member(call);
    CredentialsBody body = call.body(CredentialsBody.class);
    Credentials before = member.credentials();
    Credentials wanted =
        new Credentials(
            body.number() == null ? before.number() : number(body.number()),
            body.pin() == null ? before.pin() : pin(body.pin()),
            body.cards() == null ? before.cards() : cards(body.cards()));
    PersonId id = member.person().id();
    switch (people.prove(id, wanted)) {
      case People.Outcome.Proven proven ->
          audit.note(call.staff().login(), "credentials-set", id.value(), changed(body));
      case People.Outcome.NumberTaken taken -> throw Problem.at(ProblemCode.NUMBER_TAKEN, "number");
      case People.Outcome.CardTaken taken -> throw Problem.at(ProblemCode.CARD_TAKEN, "cards");
      case People.Outcome.NoSuchPerson gone -> throw Problem.of(ProblemCode.NOT_FOUND);
    }
    return Reply.ok(view(member(call)));
  }

  private static String number(String text) {
    if (!DIGITS.matcher(text).matches()) {
      throw Problem.at(ProblemCode.BAD_FIELD, "number");
    }
    return text;
  }

  private StretchedPin pin(String text) {
    if (!DIGITS.matcher(text).matches()) {
      throw Problem.at(ProblemCode.BAD_FIELD, "pin");
    }
    Pin pin = new Pin(text);
    if (pin.isTrivial()) {
      throw Problem.at(ProblemCode.TRIVIAL_PIN, "pin");
    }
    return pins.stretched(pin);
  }

  private static List<String> cards(List<@Nullable String> given) {
    List<String> cards = new ArrayList<>();
    for (String card : given) {
      if (card == null || !CARD.matcher(card).matches() || cards.size() == MOST_CARDS) {
        throw Problem.at(ProblemCode.BAD_FIELD, "cards");
      }
      cards.add(card.toUpperCase(Locale.ROOT));
    }
    return cards.stream().distinct().toList();
  }

  private static String changed(CredentialsBody body) {
    List<String> words = new ArrayList<>();
    if (body.number() != null) {
      words.add("number");
    }
    if (body.pin() != null) {
      words.add("pin");
    }
    if (body.cards() != null) {
      words.add(body.cards().size() + " cards");
    }
    return String.join(", ", words);
  }

  private Reply issuePins(Call call) {
    Group group = call.seen(roster.group(call.pathId("group", GroupId::new)), Group::school);
    boolean all =
        call.query("which").isPresent()
            && call.oneOf("which", List.of("missing", "all")).equals("all");
    List<Member> members =
        people.search(List.of(group.school()), List.of(), group.id(), Integer.MAX_VALUE).stream()
            .filter(it -> it.credentials().number() != null)
            .filter(it -> all || it.credentials().pin() == null)
            .toList();
    List<PinDesk.Slip> slips = pins.issue(members);
    audit.note(call.staff().login(), "pins-issued", group.id().value(), slips.size() + " people");
    return Reply.ok(
        new SlipsView(
            slips.stream()
                .map(it ->
                    new SlipView(
                        it.person().id(), it.person().name(), it.number(), it.pin().digits()))
                .toList(),
            members.size() - slips.size()));
  }

  private PersonView view(Member member) {
    return views(List.of(member)).getFirst();
  }

  private List<PersonView> views(Collection<Member> members) {
    List<GroupId> ids =
        members.stream().flatMap(it -> it.person().groups().stream()).distinct().toList();
    Map<GroupId, Group> groups = roster.groups(ids);
    return members.stream().map(it -> view(it, groups)).toList();
  }

  private static PersonView view(Member member, Map<GroupId, Group> groups) {
    var person = member.person();
    return new PersonView(
        person.id(),
        person.school(),
        person.name(),
        person.grade(),
        person.role(),
        person.groups().stream()
            .map(id -> Optional.ofNullable(groups.get(id)))
            .flatMap(Optional::stream)
            .map(it -> new Names.Ref(it.id().value(), it.name()))
            .toList(),
        member.credentials().number(),
        member.credentials().pin() != null,
        member.credentials().cards().size());
  }
}
