package kafedra.controller.booking;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;

/**
 * A lab as the booking desk sees it.
 *
 * @param zone of the school
 * @param opens local time from which seats are given out
 * @param closes local time at which the last booking ends, later than {@code opens}
 * @param seats those in service, in the order of their labels
 */
public record Room(
    LabId lab,
    BuildingId building,
    SchoolId school,
    ZoneId zone,
    LocalTime opens,
    LocalTime closes,
    List<Seat> seats) {
  public Room {
    seats = List.copyOf(seats);
  }

  /** A seat that may be booked. */
  public record Seat(WorkstationId id, Set<Feature> features) {
    public Seat {
      features = Set.copyOf(features);
    }
  }
}
