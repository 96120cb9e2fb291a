package kafedra.kiosk.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.LabId;
import kafedra.contract.message.Feature;

/**
 * When seats will come to those who wait: plays the queue forward over the ends of sessions that
 * are known. All times are lengths from now. Sessions are taken to last as planned and everybody
 * called to come, so most waits are shorter; how much is measured.
 *
 * @param turn how long each of those who wait will sit
 */
public record WaitForecast(List<Seat> seats, Duration turn) {
  /** A seat that is given out for less helps nobody. */
  public static final Duration WORTH_SITTING = Duration.ofMinutes(2);

  /**
   * A seat that can be given out.
   *
   * @param freeIn when whoever has it now gets up; zero when it is free
   * @param kept when it is kept for bookings or its lab is closed
   * @param closesIn when its lab closes for today
   */
  public record Seat(
      LabId lab, Set<Feature> features, Duration freeIn, List<Kept> kept, Duration closesIn) {
    public Seat {
      features = Set.copyOf(features);
      kept = kept.stream().sorted(Comparator.comparing(Kept::from)).toList();
    }
  }

  /**
   * @param from may lie in the past
   */
  public record Kept(Duration from, Duration to) {}

  public WaitForecast {
    seats = List.copyOf(seats);
  }

  /** How long each of a line waits; empty for whom no seat is in sight today. */
  public List<Optional<Duration>> waits(List<Wish> line) {
    List<Duration> freeIn = new ArrayList<>(seats.stream().map(Seat::freeIn).toList());
    List<Optional<Duration>> waits = new ArrayList<>();
    for (Wish wish : line) {
      Optional<Turn> next = next(wish, freeIn);
      next.ifPresent(it -> freeIn.set(it.seat(), it.end()));
      waits.add(next.map(Turn::start));
    }
    return waits;
  }

  private record Turn(int seat, Duration start, Duration end) {}

  private Optional<Turn> next(Wish wish, List<Duration> freeIn) {
    Optional<Turn> best = Optional.empty();
    for (int i = 0; i < seats.size(); i++) {
      if (wish.accepts(seats.get(i).lab(), seats.get(i).features())) {
        Turn turn = turnOn(i, freeIn.get(i));
        boolean inTime = turn.start().plus(WORTH_SITTING).compareTo(seats.get(i).closesIn()) <= 0;
        boolean better =
            best.isEmpty()
                || Comparator.comparing(Turn::start)
                        .thenComparingInt(it -> seats.get(it.seat()).features().size())
                        .compare(turn, best.get())
                    < 0;
        best = inTime && better ? Optional.of(turn) : best;
      }
    }
    return best;
  }

  private Turn turnOn(int seat, Duration free) {
    Duration start = free.isNegative() ? Duration.ZERO : free;
    Duration end = start.plus(turn);
    for (Kept kept : seats.get(seat).kept()) {
      if (kept.to().compareTo(start) > 0) {
        if (kept.from().minus(start).compareTo(WORTH_SITTING) >= 0) {
          Duration cut = kept.from().compareTo(end) < 0 ? kept.from() : end;
          return new Turn(seat, start, cut);
        }
        start = kept.to();
        end = start.plus(turn);
      }
    }
    return new Turn(seat, start, end);
  }
}
