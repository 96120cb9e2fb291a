package kafedra.controller.files;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.message.ReplicaItem.Bell;
import kafedra.contract.message.ReplicaItem.Rules;
import kafedra.contract.message.ReplicaItem.Service;
import kafedra.contract.secret.Pepper;
import kafedra.controller.calendar.Agreement;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.district.District;
import kafedra.controller.policy.SeatRule;
import kafedra.controller.roster.Building;
import kafedra.controller.roster.KioskAccount;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Premises;
import kafedra.controller.roster.School;
import kafedra.controller.roster.Workstation;
import org.jspecify.annotations.Nullable;

/** The district of a JSON tree; what is wrong is noted with its place, and the rest is read on. */
final class DistrictReader {
  private static final int MOST_SEATS_A_ROW = 100;

  private final Places places;
  private final List<School> schools = new ArrayList<>();
  private final List<SchoolCalendar> calendars = new ArrayList<>();
  private final List<Building> buildings = new ArrayList<>();
  private final List<Lab> labs = new ArrayList<>();
  private final List<Workstation> workstations = new ArrayList<>();
  private final List<KioskAccount> kiosks = new ArrayList<>();
  private final List<District.FilePlan> plans = new ArrayList<>();
  private final List<SeatRule> seatRules = new ArrayList<>();

  DistrictReader(Places places) {
    this.places = places;
  }

  District district(Place root) {
    root.only(Set.of("name", "schools", "agreements", "staff"));
    String name = root.at("name").text();
    root.at("schools").each().forEach(this::school);
    List<District.StaffEntry> staff = new StaffReader(places).staff(root.at("staff"));
    Premises premises =
        places.problems().isEmpty()
            ? new Premises(schools, buildings, labs, workstations, kiosks)
            : Premises.none();
    return new District(
        name, premises, calendars, plans, agreements(root.at("agreements")), seatRules, staff);
  }

  private @Nullable List<Agreement> agreements(Place place) {
    return place.isThere() ? CalendarReader.agreements(place, places) : null;
  }

  private void school(Place place) {
    place.only(Set.of("id", "name", "zone", "buildings", "bells", "rules", "calendar"));
    Optional<SchoolId> id = place.at("id").as(SchoolId::new);
    id.ifPresent(it -> place.at("id").claim("school", it.value()));
    String name = place.at("name").text();
    ZoneId zone = place.at("zone").as(ZoneId::of).orElse(ZoneOffset.UTC);
    Place year = place.at("calendar");
    boolean bellsInYear = year.isThere() && !place.at("bells").isThere();
    List<Bell> bells = bellsInYear ? List.of() : bells(place.at("bells"));
    Optional<Rules> rules = rules(place.at("rules"));
    SchoolId school = id.orElseGet(() -> new SchoolId("unreadable"));
    schools.add(new School(school, name, zone));
    place.at("buildings").each().forEach(it -> building(it, school));
    rules.ifPresent(it -> {
      SchoolCalendar usual = new SchoolCalendar(school, zone, it, bells);
      calendars.add(usual);
      if (year.isThere()) {
        CalendarReader.plan(year, labs, usual).ifPresent(plans::add);
      }
    });
  }

  private Optional<Rules> rules(Place place) {
    place.only(
        Set.of(
            "walkInMinutes",
            "extensionMinutes",
            "longestMinutes",
            "graceMinutes",
            "opens",
            "closes"));
    int walkIn = place.at("walkInMinutes").number(1, 24 * 60);
    int extension = place.at("extensionMinutes").number(1, 24 * 60);
    int longest = place.at("longestMinutes").number(1, 24 * 60);
    int grace = place.at("graceMinutes").number(0, 240);
    Optional<LocalTime> opens = place.at("opens").as(LocalTime::parse);
    Optional<LocalTime> closes = place.at("closes").as(LocalTime::parse);
    if (longest < walkIn) {
      place
          .at("longestMinutes")
          .wrong(
              longest + " is less than walkInMinutes, " + walkIn + ". Maybe the two are swapped.");
    }
    if (opens.isEmpty() || closes.isEmpty()) {
      return Optional.empty();
    }
    if (!opens.get().isBefore(closes.get())) {
      place.at("closes").wrong("is not after opens, " + opens.get());
      return Optional.empty();
    }
    return Optional.of(
        new Rules(
            Duration.ofMinutes(walkIn),
            Duration.ofMinutes(extension),
            Duration.ofMinutes(longest),
            Duration.ofMinutes(grace),
            opens.get(),
            closes.get()));
  }

  private static List<Bell> bells(Place place) {
    List<Bell> bells = new ArrayList<>();
    Places seen = new Places();
    for (Place schedule : place.each()) {
      schedule.only(Set.of("days", "lessons"));
      List<Place> lessons = schedule.at("lessons").each();
      for (Place dayPlace : schedule.at("days").each()) {
        Optional<DayOfWeek> day = dayPlace.as(DayOfWeek::valueOf);
        for (Place lesson : lessons) {
          day.flatMap(it -> bell(lesson, it)).ifPresent(bells::add);
        }
      }
    }
    for (Bell bell : bells) {
      seen.claim("lesson", bell.day() + " " + bell.lesson(), "bells");
    }
    if (!seen.problems().isEmpty()) {
      place.wrong("a lesson of a day stands twice: " + seen.problems().getFirst());
    }
    return bells;
  }

  private static Optional<Bell> bell(Place lesson, DayOfWeek day) {
    lesson.only(Set.of("number", "start", "end"));
    int number = lesson.at("number").number(0, 20);
    Optional<LocalTime> start = lesson.at("start").as(LocalTime::parse);
    Optional<LocalTime> end = lesson.at("end").as(LocalTime::parse);
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    if (!start.get().isBefore(end.get())) {
      lesson.at("end").wrong("is not after start, " + start.get());
      return Optional.empty();
    }
    return Optional.of(new Bell(day, number, start.get(), end.get()));
  }

  private void building(Place place, SchoolId school) {
    place.only(Set.of("id", "name", "village", "kiosk", "criterionKbps", "labs"));
    Optional<BuildingId> id = place.at("id").as(BuildingId::new);
    id.ifPresent(it -> place.at("id").claim("building", it.value()));
    BuildingId building = id.orElseGet(() -> new BuildingId("unreadable"));
    String village = place.at("village").isThere() ? place.at("village").text() : "";
    Place kiosk = place.at("kiosk").only(Set.of("id", "secret", "pepper"));
    Optional<KioskId> kioskId = kiosk.at("id").as(KioskId::new);
    kioskId.ifPresent(it -> kiosk.at("id").claim("kiosk", it.value()));
    KioskId device = kioskId.orElseGet(() -> new KioskId("unreadable"));
    String secret = kiosk.at("secret").text();
    Optional<Pepper> pepper = kiosk.at("pepper").as(Pepper::parse);
    buildings.add(
        new Building(
            building,
            school,
            place.at("name").text(),
            village,
            device,
            place.at("criterionKbps").number(1, 10_000_000)));
    kiosks.add(
        new KioskAccount(device, building, secret, pepper.map(Pepper::toHex).orElse("unreadable")));
    place.at("labs").each().forEach(it -> lab(it, building, school));
  }

  private void lab(Place place, BuildingId building, SchoolId school) {
    place.only(Set.of("id", "name", "workstations"));
    Optional<LabId> id = place.at("id").as(LabId::new);
    id.ifPresent(it -> place.at("id").claim("lab", it.value()));
    LabId lab = id.orElseGet(() -> new LabId("unreadable"));
    labs.add(new Lab(lab, building, school, place.at("name").text()));
    Places spots = new Places();
    for (Place seat : place.at("workstations").each()) {
      workstation(seat, lab, spots);
    }
  }

  private void workstation(Place place, LabId lab, Places spots) {
    place.only(Set.of("id", "label", "row", "column", "features", "grades", "keptFor"));
    Optional<WorkstationId> id = place.at("id").as(WorkstationId::new);
    id.flatMap(it -> SeatRuleReader.rule(place, it)).ifPresent(seatRules::add);
    id.ifPresent(it -> place.at("id").claim("workstation", it.value()));
    int row = place.at("row").number(0, MOST_SEATS_A_ROW);
    int column = place.at("column").number(0, MOST_SEATS_A_ROW);
    String spot = row + "/" + column;
    if (spots.isKnown("spot", spot)) {
      place.wrong("another workstation of this lab stands at row " + row + ", column " + column);
    }
    spots.claim("spot", spot, place.path());
    List<Feature> features =
        place.at("features").isThere()
            ? place.at("features").each().stream()
                .map(it -> it.as(DistrictReader::feature))
                .flatMap(Optional::stream)
                .toList()
            : List.of();
    workstations.add(
        new Workstation(
            id.orElseGet(() -> new WorkstationId("unreadable")),
            lab,
            place.at("label").text(),
            row,
            column,
            features,
            Service.IN_SERVICE));
  }

  private static Feature feature(String name) {
    try {
      return Feature.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException("features are " + List.of(Feature.values()), unknown);
    }
  }
}
