package kafedra.kiosk.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kafedra.contract.message.Mood;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.schedule.Replica;

/**
 * Asks one in {@value #ONE_IN} who end a session how it was. An answer is a count of its day and
 * nothing else; days are told together once they have enough. For the desk's thread alone.
 */
public final class Moods {
  static final int ONE_IN = 5;

  private final Replica replica;
  private final Journal journal;
  private final RandomGenerator random;
  private final DeviceClock clock;
  private Optional<String> asked = Optional.empty();
  private Optional<LocalDate> looked = Optional.empty();

  public Moods(Replica replica, Journal journal, RandomGenerator random, DeviceClock clock) {
    this.replica = replica;
    this.journal = journal;
    this.random = random;
    this.clock = clock;
  }

  /** A session was ended in this visit: perhaps its person is asked. */
  public void ended(String token) {
    asked = random.nextInt(ONE_IN) == 0 ? Optional.of(token) : Optional.empty();
  }

  public boolean isAsked(String token) {
    return asked.equals(Optional.of(token));
  }

  /** An answer; one that was not asked for, or of a day that nobody knows, counts for nothing. */
  public void answer(String token, Mood mood) {
    boolean counts = isAsked(token) && clock.trust() == ClockTrust.TRUSTED;
    asked = asked.filter(it -> !it.equals(token));
    if (counts) {
      journal.commit(List.of(new Change.MoodCounted(today(), mood)));
    }
  }

  private LocalDate today() {
    return clock.instant().atZone(replica.zone()).toLocalDate();
  }

  /** Once a day: tells what the days before came to. */
  public void tick() {
    LocalDate today = today();
    if (clock.trust() == ClockTrust.UNTRUSTED || looked.equals(Optional.of(today))) {
      return;
    }
    looked = Optional.of(today);
    journal
        .moodsBefore(today)
        .filter(it -> it.total() >= SiteRecord.MoodsCounted.LEAST)
        .ifPresent(it ->
            journal.commit(
                List.of(
                    new Change.MoodsTold(it.last()),
                    new Change.Recorded(
                        new SiteRecord.MoodsCounted(
                            clock.stamp(),
                            it.first(),
                            it.last(),
                            it.of(Mood.GOOD),
                            it.of(Mood.SO_SO),
                            it.of(Mood.BAD))))));
  }
}
