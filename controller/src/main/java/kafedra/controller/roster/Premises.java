package kafedra.controller.roster;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;

/**
 * Everything that stands somewhere: schools, buildings, labs, workstations, kiosks. Immutable and
 * small (a district has tens of buildings and hundreds of seats), so that questions cost no query.
 * Lists are sorted by name or label.
 */
public final class Premises {
  private static final Comparator<String> BY_LABEL =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final Map<SchoolId, School> schools;
  private final Map<BuildingId, Building> buildings;
  private final Map<LabId, Lab> labs;
  private final Map<WorkstationId, Workstation> workstations;
  private final Map<KioskId, KioskAccount> kiosks;
  private final Map<LabId, List<Workstation>> seatsByLab;

  public Premises(
      List<School> schools,
      List<Building> buildings,
      List<Lab> labs,
      List<Workstation> workstations,
      List<KioskAccount> kiosks) {
    this.schools = index(schools, School::id, Comparator.comparing(School::name));
    this.buildings = index(buildings, Building::id, Comparator.comparing(Building::name));
    this.labs = index(labs, Lab::id, Comparator.comparing(Lab::name));
    this.workstations =
        index(workstations, Workstation::id, Comparator.comparing(Workstation::label, BY_LABEL));
    this.kiosks = index(kiosks, KioskAccount::id, Comparator.comparing(it -> it.id().value()));
    this.seatsByLab =
        this.workstations.values().stream().collect(Collectors.groupingBy(Workstation::lab));
  }

  public static Premises none() {
    return new Premises(List.of(), List.of(), List.of(), List.of(), List.of());
  }

  public List<School> schools() {
    return List.copyOf(schools.values());
  }

  public List<Building> buildings() {
    return List.copyOf(buildings.values());
  }

  public List<Lab> labs() {
    return List.copyOf(labs.values());
  }

  public List<Workstation> workstations() {
    return List.copyOf(workstations.values());
  }

  public List<KioskAccount> kiosks() {
    return List.copyOf(kiosks.values());
  }

  public Optional<School> school(SchoolId id) {
    return Optional.ofNullable(schools.get(id));
  }

  public Optional<Building> building(BuildingId id) {
    return Optional.ofNullable(buildings.get(id));
  }

  public Optional<Lab> lab(LabId id) {
    return Optional.ofNullable(labs.get(id));
  }

  public Optional<Workstation> workstation(WorkstationId id) {
    return Optional.ofNullable(workstations.get(id));
  }

  public Optional<KioskAccount> kiosk(KioskId id) {
    return Optional.ofNullable(kiosks.get(id));
  }

  /** The building that a kiosk serves. */
  public Optional<Building> buildingOf(KioskId id) {
    return kiosk(id).flatMap(account -> building(account.building()));
  }

  /** The lab that a workstation stands in. */
  public Optional<Lab> labOf(WorkstationId id) {
    return workstation(id).flatMap(seat -> lab(seat.lab()));
  }

  public List<Building> buildingsOf(SchoolId school) {
    return buildings.values().stream().filter(it -> it.school().equals(school)).toList();
  }

  public List<Lab> labsOf(BuildingId building) {
    return labs.values().stream().filter(it -> it.building().equals(building)).toList();
  }

  public List<Lab> labsOf(SchoolId school) {
    return labs.values().stream().filter(it -> it.school().equals(school)).toList();
  }

  /** The seats of a lab by label, «2» before «10»; empty for an unknown lab. */
  public List<Workstation> seatsOf(LabId lab) {
    return seatsByLab.getOrDefault(lab, List.of());
  }

  private static <K, V> Map<K, V> index(List<V> all, Function<V, K> key, Comparator<V> order) {
    Map<K, V> found = new LinkedHashMap<>();
    for (V each : all.stream().sorted(order).toList()) {
      if (found.put(key.apply(each), each) != null) {
        throw new IllegalArgumentException(key.apply(each) + " stands in the premises twice");
      }
    }
    return found;
  }
}
