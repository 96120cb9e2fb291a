package kafedra.controller.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.DiskHealth;
import kafedra.contract.message.FaultKind;
import kafedra.contract.message.Health;
import kafedra.contract.message.KioskState;
import kafedra.contract.message.KioskTrouble;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SeatState;
import kafedra.controller.fault.ReportedFault;
import kafedra.controller.fault.SeatFaults;
import kafedra.controller.roster.Building;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Premises;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.Workstation;
import org.jspecify.annotations.Nullable;

/** Kiosks and agents as a sysadmin sees them. */
public final class Devices {
  /** Less free than this, of 100, is nearly full. */
  private static final int LITTLE_FREE_PERCENT = 5;

  /** Where a Raspberry Pi begins to slow itself down, °C. */
  private static final int HOT_CELSIUS = 80;

  /** An hour of a busy building. */
  private static final long MANY_UNSENT = 1_000;

  private final Roster roster;
  private final LiveDistrict live;
  private final SeatHealthStore checks;
  private final SeatFaults faults;

  public Devices(Roster roster, LiveDistrict live, SeatHealthStore checks, SeatFaults faults) {
    this.roster = roster;
    this.live = live;
    this.checks = checks;
    this.faults = faults;
  }

  /** Every device by building; the kiosk before its agents. */
  public List<Device> all() {
    Premises premises = roster.premises();
    Map<WorkstationId, SeatHealthStore.Checked> latest = checks.latest();
    Map<WorkstationId, List<ReportedFault>> reported = faults.open();
    Map<WorkstationId, SeatMachine> machines = checks.machines();
    Map<WorkstationId, Instant> tampered = checks.tampered();
    List<Device> devices = new ArrayList<>();
    for (Building building : premises.buildings()) {
      KioskStatus kiosk = live.status(building.kiosk());
      devices.add(kiosk(building, kiosk));
      for (Lab lab : premises.labsOf(building.id())) {
        for (Workstation seat : premises.seatsOf(lab.id())) {
          devices.add(
              agent(
                  building,
                  kiosk,
                  seat,
                  Optional.ofNullable(latest.get(seat.id())),
                  reported.getOrDefault(seat.id(), List.of()),
                  Optional.ofNullable(machines.get(seat.id())),
                  Optional.ofNullable(tampered.get(seat.id()))));
        }
      }
    }
    return List.copyOf(devices);
  }

  /** Calls {@code tell}, at most twice a second, after a device changed; it must return at once. */
  public Watch watch(Runnable tell) {
    return live.watchDevices(tell);
  }

  private static Device kiosk(Building building, KioskStatus status) {
    KioskState state = status.state();
    Health health = state == null ? null : state.health();
    Long unsent = state == null ? null : state.unsent();
    Stream<Device.Fault> own =
        Stream.of(
                status.contact() == Contact.ONLINE ? null : Device.Fault.NOT_HEARD,
                unsent != null && unsent > MANY_UNSENT ? Device.Fault.MANY_UNSENT : null)
            .flatMap(Stream::ofNullable);
    return new Device(
        Device.Kind.KIOSK,
        building.kiosk().value(),
        building.school(),
        building.id(),
        building.name(),
        status.contact(),
        status.lastContact(),
        state == null ? null : state.version(),
        health,
        unsent,
        null,
        null,
        null,
        Stream.of(own, faultsOf(health), told(state)).flatMap(it -> it).toList());
  }

  /** What the kiosk finds wrong with itself. */
  private static Stream<Device.Fault> told(@Nullable KioskState state) {
    return state == null ? Stream.empty() : state.wrong().stream().map(Devices::fault);
  }

  private static Device.Fault fault(KioskTrouble trouble) {
    return switch (trouble) {
      case CLOCK_UNKNOWN -> Device.Fault.CLOCK_UNKNOWN;
      case STORE_REBUILT -> Device.Fault.STORE_REBUILT;
      case RECORDS_LOST -> Device.Fault.RECORDS_LOST;
      case STORE_FAILING -> Device.Fault.STORE_FAILING;
      case READER_FAILING -> Device.Fault.READER_FAILING;
      case FRONT_FAILING -> Device.Fault.FRONT_FAILING;
      case DOOR_FAILING -> Device.Fault.DOOR_FAILING;
    };
  }

  private Device agent(
      Building building,
      KioskStatus kiosk,
      Workstation seat,
      Optional<SeatHealthStore.Checked> checked,
      List<ReportedFault> reported,
      Optional<SeatMachine> machine,
      Optional<Instant> tampered) {
    Optional<SeatState> state = live.seat(seat.id());
    @Nullable SeatCondition condition = state.map(SeatState::condition).orElse(null);
    Contact contact = contactOf(kiosk, condition, checked.isPresent());
    @Nullable Health health = checked.map(SeatHealthStore.Checked::health).orElse(null);
    @Nullable Instant last = lastContact(contact, kiosk, state, checked);
    return new Device(
        Device.Kind.AGENT,
        seat.id().value(),
        building.school(),
        building.id(),
        seat.label(),
        contact,
        last,
        machine.map(SeatMachine::version).orElse(null),
        health,
        null,
        condition,
        machine.orElse(null),
        tampered.orElse(null),
        Stream.of(
                silence(contact, kiosk),
                faultsOf(health),
                failing(machine),
                reported.stream().map(it -> faultOf(it.kind())))
            .flatMap(faults -> faults)
            .toList());
  }

  private static Stream<Device.Fault> failing(Optional<SeatMachine> machine) {
    return machine
        .filter(it -> it.disk() == DiskHealth.FAILING)
        .map(_ -> Device.Fault.DISK_FAILING)
        .stream();
  }

  /** By which a workstation's machine can be woken; empty while that is not known. */
  public Optional<String> wakeAddress(WorkstationId workstation) {
    return Optional.ofNullable(checks.machines().get(workstation))
        .flatMap(SeatMachine::wakeAddress);
  }

  private static Contact contactOf(
      KioskStatus kiosk, @Nullable SeatCondition condition, boolean everChecked) {
    boolean answers =
        kiosk.contact() == Contact.ONLINE
            && condition != null
            && condition != SeatCondition.UNKNOWN;
    if (answers) {
      return Contact.ONLINE;
    }
    return condition == null && !everChecked ? Contact.NEVER_SEEN : Contact.OFFLINE;
  }

  /** An agent that its kiosk hears is as fresh as the kiosk. */
  private static @Nullable Instant lastContact(
      Contact contact,
      KioskStatus kiosk,
      Optional<SeatState> state,
      Optional<SeatHealthStore.Checked> checked) {
    if (contact == Contact.ONLINE) {
      return kiosk.lastContact();
    }
    return Stream.concat(
            state.map(SeatState::at).stream(), checked.map(SeatHealthStore.Checked::at).stream())
        .max(Instant::compareTo)
        .orElse(null);
  }

  private static Stream<Device.Fault> silence(Contact contact, KioskStatus kiosk) {
    if (contact == Contact.ONLINE) {
      return Stream.empty();
    }
    return Stream.of(
        kiosk.contact() == Contact.ONLINE ? Device.Fault.NOT_HEARD : Device.Fault.KIOSK_NOT_HEARD);
  }

  private static Device.Fault faultOf(FaultKind kind) {
    return switch (kind) {
      case NO_PICTURE -> Device.Fault.REPORTED_NO_PICTURE;
      case MOUSE -> Device.Fault.REPORTED_MOUSE;
      case KEYBOARD -> Device.Fault.REPORTED_KEYBOARD;
      case SOUND -> Device.Fault.REPORTED_SOUND;
      case INTERNET -> Device.Fault.REPORTED_INTERNET;
      case OTHER -> Device.Fault.REPORTED_OTHER;
    };
  }

  private static Stream<Device.Fault> faultsOf(@Nullable Health health) {
    if (health == null) {
      return Stream.empty();
    }
    Integer celsius = health.temperatureC();
    return Stream.of(
            nearlyFull(health.diskFreeMb(), health.diskTotalMb())
                ? Device.Fault.DISK_NEARLY_FULL
                : null,
            nearlyFull(health.memoryTotalMb() - health.memoryUsedMb(), health.memoryTotalMb())
                ? Device.Fault.MEMORY_NEARLY_FULL
                : null,
            celsius != null && celsius >= HOT_CELSIUS ? Device.Fault.HOT : null)
        .flatMap(Stream::ofNullable);
  }

  private static boolean nearlyFull(int free, int total) {
    return total > 0 && free * 100L < (long) total * LITTLE_FREE_PERCENT;
  }
}
