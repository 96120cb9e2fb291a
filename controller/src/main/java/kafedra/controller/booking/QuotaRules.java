package kafedra.controller.booking;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.PersonId;
import kafedra.controller.policy.Need;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.policy.PolicyNumber;

/**
 * How much of their own time people may book, and when. What a school itself sets (lessons, exams,
 * events) and bookings of groups are not counted and not judged.
 */
final class QuotaRules {
  private static final int WEEK = 7;

  private QuotaRules() {}

  static Optional<Refusal> daily(Policy.Case it) {
    return it.ownTimeOf()
        .flatMap(person ->
            overQuota(
                it,
                PolicyName.DAILY_QUOTA,
                Others.onDay(it, person, it.day()),
                it.settings().length(PolicyNumber.DAILY_MINUTES)));
  }

  static Optional<Refusal> weekly(Policy.Case it) {
    LocalDate monday = it.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return it.ownTimeOf()
        .flatMap(person ->
            overQuota(
                it,
                PolicyName.WEEKLY_QUOTA,
                Others.onDays(it, person, monday, WEEK),
                it.settings().length(PolicyNumber.WEEKLY_MINUTES)));
  }

  private static Optional<Refusal> overQuota(
      Policy.Case it, PolicyName policy, List<Booking> others, Duration limit) {
    Duration booked =
        others.stream()
            .filter(other -> other.purpose().isOwn())
            .map(other -> other.slot().length())
            .reduce(Duration.ZERO, Duration::plus);
    Duration wanted = it.wish().slot().length();
    return booked.plus(wanted).compareTo(limit) > 0
        ? Optional.of(new Refusal.QuotaSpent(policy, limit, booked, wanted))
        : Optional.empty();
  }

  static Optional<Refusal> open(Policy.Case it) {
    int most = it.settings().number(PolicyNumber.OPEN_MOST);
    return it.ownTimeOf()
        .map(person ->
            Others.ahead(it, person).stream()
                .filter(other -> other.purpose().isOwn())
                .toList()
                .size())
        .filter(open -> open >= most)
        .map(open -> new Refusal.TooManyOpen(open, most));
  }

  static Optional<Refusal> daysAhead(Policy.Case it) {
    return it.ownTimeOf()
        .flatMap(person -> {
          int days = it.settings().number(PolicyNumber.DAYS_MOST) + headStart(it, person);
          return it.day().isAfter(it.today().plusDays(days))
              ? Optional.of(new Refusal.TooEarly(days, it.day().minusDays(days)))
              : Optional.empty();
        });
  }

  private static int headStart(Policy.Case it, PersonId person) {
    return it.facts().needs(person, it.settings()).contains(Need.PRIORITY)
        ? it.settings().number(PolicyNumber.HEAD_START)
        : 0;
  }

  static Optional<Refusal> gap(Policy.Case it) {
    Duration gap = it.settings().length(PolicyNumber.GAP_LEAST);
    return it.ownTimeOf()
        .flatMap(person -> Others.near(it, person, gap).stream().findFirst())
        .map(other ->
            new Refusal.GapNeeded(
                gap,
                LocalTime.ofInstant(other.slot().start(), it.zone()),
                LocalTime.ofInstant(other.slot().end(), it.zone())));
  }

  static Optional<Refusal> noShowBan(Policy.Case it) {
    Duration span = it.settings().length(PolicyNumber.NO_SHOW_DAYS);
    int most = it.settings().number(PolicyNumber.NO_SHOWS);
    return it.ownTimeOf()
        .map(person -> it.facts().noShows().of(person, it.now().minus(span), it.now()))
        .filter(missed -> missed.size() >= most)
        .flatMap(missed -> {
          Instant until = missed.getLast().plus(it.settings().length(PolicyNumber.BAN_DAYS));
          return it.now().isBefore(until)
              ? Optional.of(
                  new Refusal.Banned(
                      missed.size(), span, LocalDateTime.ofInstant(until, it.zone())))
              : Optional.empty();
        });
  }
}
