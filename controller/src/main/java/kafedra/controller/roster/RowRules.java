package kafedra.controller.roster;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a row must satisfy by itself: the one list. The first fault is told. */
final class RowRules {
  static final int LONGEST = 100;

  private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}._@-]+");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|[\\u2028\\u2029\\ufffd]");
  private static final String FORMULA_STARTS = "=+-@\t\r";

  @FunctionalInterface
  interface Rule {
    Optional<RowFault> judge(RosterRow row);
  }

  static final List<Rule> ALL =
      List.of(
          RowRules::hasUsername,
          RowRules::startsNoFormula,
          RowRules::hasNoControls,
          RowRules::hasUsableUsername,
          RowRules::hasName,
          RowRules::isShortEnough,
          RowRules::hasPossibleGrade);

  private RowRules() {}

  static Optional<RowFault> judge(RosterRow row) {
    return ALL.stream().map(rule -> rule.judge(row)).flatMap(Optional::stream).findFirst();
  }

  private static List<String> fields(RosterRow row) {
    return List.of(
        row.username(), row.firstName(), row.lastName(), row.course(), row.group(), row.cohort());
  }

  private static Optional<RowFault> hasUsername(RosterRow row) {
    return row.username().isEmpty() ? Optional.of(RowFault.EMPTY_USERNAME) : Optional.empty();
  }

  private static Optional<RowFault> startsNoFormula(RosterRow row) {
    boolean formula =
        fields(row).stream()
            .anyMatch(it -> !it.isEmpty() && FORMULA_STARTS.indexOf(it.charAt(0)) >= 0);
    return formula ? Optional.of(RowFault.FORMULA) : Optional.empty();
  }

  private static Optional<RowFault> hasNoControls(RosterRow row) {
    boolean controls = fields(row).stream().anyMatch(it -> CONTROL.matcher(it).find());
    return controls ? Optional.of(RowFault.CONTROL_CHARACTER) : Optional.empty();
  }

  private static Optional<RowFault> hasUsableUsername(RosterRow row) {
    return USERNAME.matcher(row.username()).matches()
        ? Optional.empty()
        : Optional.of(RowFault.BAD_USERNAME);
  }

  private static Optional<RowFault> hasName(RosterRow row) {
    return row.firstName().isEmpty() || row.lastName().isEmpty()
        ? Optional.of(RowFault.EMPTY_NAME)
        : Optional.empty();
  }

  private static Optional<RowFault> isShortEnough(RosterRow row) {
    return fields(row).stream().anyMatch(it -> it.length() > LONGEST)
        ? Optional.of(RowFault.TOO_LONG)
        : Optional.empty();
  }

  private static Optional<RowFault> hasPossibleGrade(RosterRow row) {
    return SchoolClass.of(row.cohort()).isPossible()
        ? Optional.empty()
        : Optional.of(RowFault.BAD_GRADE);
  }
}
