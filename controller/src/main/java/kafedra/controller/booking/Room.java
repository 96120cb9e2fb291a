package kafedra.controller.booking;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.controller.calendar.DayPlan;

/**
 * A lab as the booking desk sees it.
 *
 * @param zone of the school
 * @param seats those in service, in the order of their labels
 */
public record Room(
    LabId lab, BuildingId building, SchoolId school, ZoneId zone, Days days, List<Seat> seats) {
  public Room {
    seats = List.copyOf(seats);
  }

  /** What each local day is for the lab. */
  public interface Days {
    DayPlan day(LocalDate day);
  }

  /** A seat that may be booked. */
  public record Seat(WorkstationId id, Set<Feature> features) {
    public Seat {
      features = Set.copyOf(features);
    }
  }
}
