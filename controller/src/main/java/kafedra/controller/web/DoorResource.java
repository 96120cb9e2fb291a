package kafedra.controller.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;
import kafedra.contract.picture.Picture;
import kafedra.contract.picture.Pictures;
import kafedra.controller.access.AuditLog;
import kafedra.controller.access.StaffRole;
import kafedra.controller.roster.Building;
import kafedra.controller.roster.CodeDesk;
import kafedra.controller.roster.Group;
import kafedra.controller.roster.KioskAccount;
import kafedra.controller.roster.Member;
import kafedra.controller.roster.People;
import kafedra.controller.roster.Person;
import kafedra.controller.roster.Roster;
import org.jspecify.annotations.Nullable;

/** Ways in for those without a card: pictures of a group, and codes for one time. */
final class DoorResource {
  private static final Access LIBRARIANS = Access.of(StaffRole.LIBRARIAN);
  private static final int USUAL_MINUTES = 60;

  private record CodeBody(@Nullable String building, @Nullable Integer minutes) {}

  private record CodeView(BuildingId building, String code, Instant expires) {}

  private record PictureView(Names.Ref person, Picture.Thing thing, Picture.Frame frame) {}

  private final Roster roster;
  private final People people;
  private final CodeDesk codes;
  private final AuditLog audit;

  DoorResource(Roster roster, People people, CodeDesk codes, AuditLog audit) {
    this.roster = roster;
    this.people = people;
    this.codes = codes;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.json(Route.Method.POST, "/people/{person}/codes", LIBRARIANS, this::issue),
        Route.get("/groups/{group}/pictures", LIBRARIANS, this::pictures));
  }

  private Reply issue(Call call) {
    Member member =
        call.seen(people.member(call.pathId("person", PersonId::new)), it -> it.person().school());
    CodeBody body = call.body(CodeBody.class);
    Integer asked = body.minutes() == null ? Integer.valueOf(USUAL_MINUTES) : body.minutes();
    int minutes = Fields.number("minutes", asked, 5, (int) CodeDesk.LONGEST.toMinutes());
    Building building = building(call, member.person(), body.building());
    KioskAccount account =
        call.premises()
            .kiosk(building.kiosk())
            .orElseThrow(() -> Problem.at(ProblemCode.BAD_FIELD, "building"));
    CodeDesk.Told told =
        codes.issue(
            member.person().id(),
            building,
            account,
            Duration.ofMinutes(minutes),
            call.staff().login());
    audit.note(
        call.staff().login(),
        "code-issued",
        member.person().id().value(),
        building.id() + ", " + minutes + " min");
    return Reply.ok(new CodeView(building.id(), told.digits(), told.expires()));
  }

  /** The one that was named, else the first of the person's school. */
  private static Building building(Call call, Person person, @Nullable String named) {
    if (named != null) {
      return call.premises()
          .building(Fields.id("building", named, BuildingId::new))
          .filter(it -> call.maySee(it.school()))
          .orElseThrow(() -> Problem.at(ProblemCode.BAD_FIELD, "building"));
    }
    return call.premises().buildings().stream()
        .filter(it -> it.school().equals(person.school()))
        .findFirst()
        .orElseThrow(() -> Problem.at(ProblemCode.BAD_FIELD, "building"));
  }

  private Reply pictures(Call call) {
    Group group = call.seen(roster.group(call.pathId("group", GroupId::new)), Group::school);
    List<Person> members = roster.peopleIn(group.id());
    Pictures pictures = Pictures.of(group.id(), members.stream().map(Person::id).toList());
    return Reply.ok(
        members.stream()
            .flatMap(person ->
                pictures.of(person.id()).stream()
                    .map(it ->
                        new PictureView(
                            new Names.Ref(person.id().value(), person.name()),
                            it.thing(),
                            it.frame())))
            .toList());
  }
}
