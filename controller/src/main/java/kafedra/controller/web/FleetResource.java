package kafedra.controller.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.DiskHealth;
import kafedra.contract.message.Feature;
import kafedra.contract.message.Health;
import kafedra.contract.message.LineMethod;
import kafedra.contract.message.SeatCondition;
import kafedra.controller.access.StaffRole;
import kafedra.controller.fleet.Contact;
import kafedra.controller.fleet.Device;
import kafedra.controller.fleet.Devices;
import kafedra.controller.fleet.Line;
import kafedra.controller.fleet.LineWindow;
import kafedra.controller.fleet.Lines;
import kafedra.controller.fleet.SeatMachine;
import kafedra.controller.intake.IntakeCounts;
import kafedra.controller.intake.IntakeFigures;
import kafedra.controller.roster.Building;
import kafedra.controller.roster.School;
import org.jspecify.annotations.Nullable;

/** Devices, lines and the intake, for those who keep them alive. */
final class FleetResource {
  private static final Access SYSADMINS = Access.of(StaffRole.SYSADMIN);
  private static final Access LINE_READERS = Access.of(StaffRole.SYSADMIN, StaffRole.COORDINATOR);
  private static final int MOST_DAYS = 31;
  private static final int MOST_WINDOWS = 2_000;
  private static final Duration GAP = Duration.ofSeconds(2);

  private record EquipmentView(
      List<Feature> found, @Nullable DiskHealth disk, @Nullable Integer updates, boolean canWake) {
    static Optional<EquipmentView> of(SeatMachine machine) {
      return Optional.ofNullable(machine.found())
          .map(found ->
              new EquipmentView(
                  found, machine.disk(), machine.updates(), machine.wakeAddress().isPresent()));
    }
  }

  private record DeviceView(
      Device.Kind kind,
      String id,
      SchoolId school,
      BuildingId building,
      String label,
      Contact reach,
      @Nullable Instant lastContact,
      @Nullable String version,
      @Nullable String system,
      @Nullable Health health,
      @Nullable Long unsent,
      @Nullable SeatCondition condition,
      @Nullable EquipmentView equipment,
      @Nullable Instant tampered,
      List<String> faults) {
    static DeviceView of(Device device) {
      return new DeviceView(
          device.kind(),
          device.id(),
          device.school(),
          device.building(),
          device.label(),
          device.contact(),
          device.lastContact(),
          device.version(),
          Optional.ofNullable(device.machine()).map(SeatMachine::system).orElse(null),
          device.health(),
          device.unsent(),
          device.condition(),
          Optional.ofNullable(device.machine()).flatMap(EquipmentView::of).orElse(null),
          device.tampered(),
          device.faults().stream()
              .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .toList());
    }
  }

  private record WindowView(
      Instant at,
      long windowSeconds,
      LineMethod method,
      int downKbps,
      int upKbps,
      int peakDownKbps,
      @Nullable Long roundTripMs) {
    static WindowView of(LineWindow window) {
      Duration roundTrip = window.roundTrip();
      return new WindowView(
          window.at(),
          window.window().toSeconds(),
          window.method(),
          window.downKbps(),
          window.upKbps(),
          window.peakDownKbps(),
          roundTrip == null ? null : roundTrip.toMillis());
    }
  }

  private record Compliance(int windows, int atOrAbove) {}

  private record LineView(
      BuildingId building,
      SchoolId school,
      String name,
      int criterionKbps,
      Contact reach,
      @Nullable WindowView latest,
      Compliance compliance) {
    static LineView of(Line line) {
      LineWindow latest = line.latest();
      return new LineView(
          line.building().id(),
          line.building().school(),
          line.building().name(),
          line.building().criterionKbps(),
          line.contact(),
          latest == null ? null : WindowView.of(latest),
          new Compliance(line.windows(), line.atOrAbove()));
    }
  }

  private record IntakeView(
      Instant since,
      long messages,
      long records,
      long duplicates,
      long gaps,
      long setAside,
      Map<String, Long> setAsideByFault) {}

  private final Devices devices;
  private final Lines lines;
  private final IntakeFigures intake;
  private final EventStreams streams;
  private final Json json;

  FleetResource(
      Devices devices, Lines lines, IntakeFigures intake, EventStreams streams, Json json) {
    this.devices = devices;
    this.lines = lines;
    this.intake = intake;
    this.streams = streams;
    this.json = json;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/devices", SYSADMINS, call -> Reply.ok(views(schools(call)))),
        Route.get("/devices/events", SYSADMINS, this::events),
        Route.get("/lines", LINE_READERS, this::lines),
        Route.get("/buildings/{building}/line", LINE_READERS, this::series),
        Route.get("/intake", SYSADMINS, this::intake));
  }

  private static Set<SchoolId> schools(Call call) {
    return call.schools().stream().map(School::id).collect(Collectors.toUnmodifiableSet());
  }

  private List<DeviceView> views(Set<SchoolId> schools) {
    return devices.all().stream()
        .filter(it -> schools.contains(it.school()))
        .map(DeviceView::of)
        .toList();
  }

  private Reply events(Call call) {
    Set<SchoolId> schools = schools(call);
    return streams.stream(
        call,
        new EventStreams.Feed("devices", () -> json.text(views(schools)), devices::watch, GAP));
  }

  private Reply lines(Call call) {
    Set<SchoolId> schools = schools(call);
    return Reply.ok(
        lines.all().stream()
            .filter(it -> schools.contains(it.building().school()))
            .map(LineView::of)
            .toList());
  }

  private Reply series(Call call) {
    BuildingId id = call.pathId("building", BuildingId::new);
    Building building = call.seen(call.premises().building(id), Building::school);
    List<LineWindow> windows = lines.within(building.id(), call.range(MOST_DAYS));
    return Reply.ok(
        windows.stream()
            .skip(Math.max(0, windows.size() - MOST_WINDOWS))
            .map(WindowView::of)
            .toList());
  }

  /** Counters of the whole program: for those who keep the whole district. */
  private Reply intake(Call call) {
    if (!call.maySeeDistrict()) {
      throw Problem.of(ProblemCode.FORBIDDEN);
    }
    IntakeCounts counts = intake.counts();
    return Reply.ok(
        new IntakeView(
            counts.since(),
            counts.messages(),
            counts.records(),
            counts.duplicates(),
            counts.gaps(),
            counts.setAside().values().stream().mapToLong(Long::longValue).sum(),
            counts.setAside()));
  }
}
