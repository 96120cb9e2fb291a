package kafedra.controller.fleet;

import java.time.Instant;
import java.util.List;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.Health;
import kafedra.contract.message.SeatCondition;
import org.jspecify.annotations.Nullable;

/**
 * A kiosk or the agent of a workstation, for the sysadmin.
 *
 * @param id of the kiosk or the workstation
 * @param label name of the building or label of the workstation
 * @param lastContact when it was last heard; null when never
 * @param version of its program; null when unknown
 * @param health as last reported; null when never
 * @param unsent of a kiosk, records that it still owes; null when unknown
 * @param condition of an agent, its seat's; null when unknown
 * @param machine of an agent, what is known of its machine; null until it is
 * @param tampered of an agent, when somebody last laid hands on its lock; null when never
 */
public record Device(
    Kind kind,
    String id,
    SchoolId school,
    BuildingId building,
    String label,
    Contact contact,
    @Nullable Instant lastContact,
    @Nullable String version,
    @Nullable Health health,
    @Nullable Long unsent,
    @Nullable SeatCondition condition,
    @Nullable SeatMachine machine,
    @Nullable Instant tampered,
    List<Fault> faults) {
  public Device {
    faults = List.copyOf(faults);
  }

  /** What it is. */
  public enum Kind {
    KIOSK,
    AGENT
  }

  /** What a sysadmin should look at. */
  public enum Fault {
    /** A kiosk that is silent, or an agent that its kiosk does not hear. */
    NOT_HEARD,
    /** An agent of which nothing is known because its kiosk is silent. */
    KIOSK_NOT_HEARD,
    DISK_NEARLY_FULL,
    /** A disk warns of its end. */
    DISK_FAILING,
    MEMORY_NEARLY_FULL,
    HOT,
    MANY_UNSENT,
    /** A kiosk's own words; see {@link kafedra.contract.message.KioskTrouble}. */
    CLOCK_UNKNOWN,
    STORE_REBUILT,
    RECORDS_LOST,
    STORE_FAILING,
    READER_FAILING,
    FRONT_FAILING,
    DOOR_FAILING,
    /** What people at the seat say. */
    REPORTED_NO_PICTURE,
    REPORTED_MOUSE,
    REPORTED_KEYBOARD,
    REPORTED_SOUND,
    REPORTED_INTERNET,
    REPORTED_OTHER
  }
}
