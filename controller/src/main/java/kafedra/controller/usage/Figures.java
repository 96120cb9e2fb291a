package kafedra.controller.usage;

import java.time.Duration;

/**
 * The measures of one row; definitions as in the measures of the domain (docs).
 *
 * @param booked seat-hours of confirmed bookings
 * @param signedIn hours for which seats were open for somebody: the occupied hours
 * @param active of those, with keyboard or pointer input
 * @param sessions that began in the row's time, whatever their length
 * @param people who sat down or booked for themselves, each once
 * @param due bookings whose grace time is over
 * @param noShows of those, nobody checked in within the grace time
 * @param refusals people who wanted a seat at once and got none
 * @param available sum over workstations of open hours without out-of-service hours, up to now
 */
public record Figures(
    Duration booked,
    Duration signedIn,
    Duration active,
    int sessions,
    int people,
    int due,
    int noShows,
    int refusals,
    Duration available) {
  /**
   * Occupied hours ÷ available hours, 0 to 1; 0 where nothing was available. Use outside opening
   * hours cannot make it more than 1.
   */
  public double occupancy() {
    return available.isZero()
        ? 0
        : Math.min(1, (double) signedIn.toMillis() / available.toMillis());
  }
}
