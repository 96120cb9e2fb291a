package kafedra.bench.load;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.message.ReplicaItem.Rules;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Room;
import kafedra.controller.booking.Rooms;
import kafedra.controller.calendar.SchoolCalendar;

/**
 * The rooms of a trial district, with the product's own calendars. Of every five seats four have a
 * webcam.
 */
public final class TrialRooms implements Rooms {
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Moscow"),
          ZoneId.of("Europe/Samara"),
          ZoneId.of("Asia/Yekaterinburg"),
          ZoneId.of("Asia/Omsk"),
          ZoneId.of("Asia/Krasnoyarsk"));

  private final List<SchoolId> schools = new ArrayList<>();
  private final Map<LabId, Room> rooms = new LinkedHashMap<>();
  private final Map<SchoolId, List<LabId>> labs = new LinkedHashMap<>();

  /**
   * @param perSchool labs of each school
   * @param seats in each lab
   */
  public TrialRooms(int schools, int perSchool, int seats, LocalTime opens, LocalTime closes) {
    for (int i = 0; i < schools; i++) {
      SchoolId school = new SchoolId("school-" + i);
      this.schools.add(school);
      SchoolCalendar calendar =
          new SchoolCalendar(school, ZONES.get(i % ZONES.size()), rules(opens, closes), List.of());
      for (int j = 0; j < perSchool; j++) {
        LabId lab = new LabId("lab-" + i + "-" + j);
        labs.computeIfAbsent(school, fresh -> new ArrayList<>()).add(lab);
        rooms.put(lab, room(calendar, lab, i, seats));
      }
    }
  }

  private static Rules rules(LocalTime opens, LocalTime closes) {
    return new Rules(
        Duration.ofMinutes(30),
        Duration.ofMinutes(10),
        Duration.ofMinutes(90),
        Duration.ofMinutes(15),
        opens,
        closes);
  }

  private static Room room(SchoolCalendar calendar, LabId lab, int building, int seats) {
    List<Room.Seat> all = new ArrayList<>();
    for (int seat = 0; seat < seats; seat++) {
      Set<Feature> features =
          seat % 5 == 4 ? Set.of(Feature.LINUX) : Set.of(Feature.LINUX, Feature.WEBCAM);
      all.add(new Room.Seat(new WorkstationId(lab + "-" + seat), features));
    }
    return new Room(
        lab,
        new BuildingId("building-" + building),
        calendar.school(),
        calendar.zone(),
        day -> calendar.day(lab, day),
        all);
  }

  public List<SchoolId> schools() {
    return List.copyOf(schools);
  }

  public List<Room> all() {
    return List.copyOf(rooms.values());
  }

  @Override
  public Optional<Room> room(LabId lab) {
    return Optional.ofNullable(rooms.get(lab));
  }

  @Override
  public List<Room> roomsOf(BuildingId building) {
    return rooms.values().stream().filter(it -> it.building().equals(building)).toList();
  }

  @Override
  public List<LabId> labsOf(SchoolId school) {
    return labs.getOrDefault(school, List.of());
  }

  @Override
  public long edition() {
    return 0;
  }

  @Override
  public boolean knows(Holder holder) {
    return true;
  }
}
