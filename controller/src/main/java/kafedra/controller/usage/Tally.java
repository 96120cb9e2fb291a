package kafedra.controller.usage;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import kafedra.contract.id.PersonId;
import org.jspecify.annotations.Nullable;

/** Adds up one row. */
final class Tally {
  private long bookedMs;
  private double signedInMs;
  private double activeMs;
  private int sessions;
  private int due;
  private int noShows;
  private int refusals;
  private long availableMs;
  private final Set<PersonId> people = new HashSet<>();

  void book(Duration seatTime) {
    bookedMs += seatTime.toMillis();
  }

  void begin() {
    sessions++;
  }

  /** Parts of a session may be fractions of a millisecond; their sum is whole. */
  void use(double signedIn, double active) {
    signedInMs += signedIn;
    activeMs += active;
  }

  void meet(@Nullable PersonId person) {
    if (person != null) {
      people.add(person);
    }
  }

  void fallDue() {
    due++;
  }

  void missed() {
    noShows++;
  }

  void refuse() {
    refusals++;
  }

  void offer(Duration time) {
    availableMs += time.toMillis();
  }

  /** What was added up elsewhere; people of both are counted once. */
  void add(Tally other) {
    bookedMs += other.bookedMs;
    signedInMs += other.signedInMs;
    activeMs += other.activeMs;
    sessions += other.sessions;
    due += other.due;
    noShows += other.noShows;
    refusals += other.refusals;
    availableMs += other.availableMs;
    people.addAll(other.people);
  }

  Figures figures() {
    return new Figures(
        Duration.ofMillis(bookedMs),
        Duration.ofMillis(Math.round(signedInMs)),
        Duration.ofMillis(Math.round(activeMs)),
        sessions,
        people.size(),
        due,
        noShows,
        refusals,
        Duration.ofMillis(availableMs));
  }
}
