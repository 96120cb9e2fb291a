package kafedra.controller.web;

import java.util.List;
import java.util.Map;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Rules;
import kafedra.controller.calendar.Calendar;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.roster.Group;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.People;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.School;

/** Schools, rooms, bells and groups. */
final class RosterResource {
  private record SchoolView(SchoolId id, String name, String zone, RulesView rules) {}

  private record RulesView(
      long walkInMinutes,
      long extensionMinutes,
      long longestMinutes,
      long graceMinutes,
      String opens,
      String closes) {
    static RulesView of(Rules rules) {
      return new RulesView(
          rules.walkIn().toMinutes(),
          rules.extension().toMinutes(),
          rules.longest().toMinutes(),
          rules.grace().toMinutes(),
          rules.opens().toString(),
          rules.closes().toString());
    }
  }

  private record LabView(LabId id, SchoolId school, BuildingId building, String name, int seats) {}

  private record GroupView(GroupId id, SchoolId school, String name, Group.Kind kind, int size) {}

  private final Roster roster;
  private final People people;
  private final Calendar calendar;

  RosterResource(Roster roster, People people, Calendar calendar) {
    this.roster = roster;
    this.people = people;
    this.calendar = calendar;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/schools", Access.STAFF, this::schools),
        Route.get("/buildings", Access.STAFF, this::buildings),
        Route.get("/labs", Access.STAFF, this::labs),
        Route.get("/workstations", Access.STAFF, this::workstations),
        Route.get("/bells", Access.STAFF, this::bells),
        Route.get("/groups", Access.STAFF, this::groups));
  }

  private Reply schools(Call call) {
    return Reply.ok(
        call.schools().stream()
            .map(it ->
                new SchoolView(
                    it.id(),
                    it.name(),
                    it.zone().getId(),
                    RulesView.of(calendarOf(it.id()).rules())))
            .toList());
  }

  private Reply buildings(Call call) {
    return Reply.ok(
        call.schools().stream()
            .flatMap(school -> call.premises().buildingsOf(school.id()).stream())
            .toList());
  }

  private Reply labs(Call call) {
    List<Lab> labs =
        call.query("building")
            .map(text -> call.queryId("building", text, BuildingId::new))
            .map(id -> call.seen(call.premises().building(id), it -> it.school()))
            .map(building -> call.premises().labsOf(building.id()))
            .orElseGet(() ->
                call.schools().stream()
                    .flatMap(school -> call.premises().labsOf(school.id()).stream())
                    .toList());
    return Reply.ok(
        labs.stream()
            .map(lab ->
                new LabView(
                    lab.id(),
                    lab.school(),
                    lab.building(),
                    lab.name(),
                    call.premises().seatsOf(lab.id()).size()))
            .toList());
  }

  private Reply workstations(Call call) {
    LabId id = call.queryId("lab", call.required("lab"), LabId::new);
    Lab lab = call.seen(call.premises().lab(id), Lab::school);
    return Reply.ok(call.premises().seatsOf(lab.id()));
  }

  private Reply bells(Call call) {
    return Reply.ok(calendarOf(call.school().id()).bells());
  }

  private Reply groups(Call call) {
    List<Group> groups =
        call.schools().stream()
            .map(School::id)
            .flatMap(id -> roster.groupsOf(id).stream())
            .toList();
    Map<GroupId, Integer> sizes = people.sizes(groups.stream().map(Group::id).toList());
    return Reply.ok(
        groups.stream()
            .map(it ->
                new GroupView(
                    it.id(), it.school(), it.name(), it.kind(), sizes.getOrDefault(it.id(), 0)))
            .toList());
  }

  private SchoolCalendar calendarOf(SchoolId school) {
    return calendar
        .of(school)
        .orElseThrow(() -> new IllegalStateException("school " + school + " has no calendar"));
  }
}
