package kafedra.controller.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Role;
import kafedra.controller.roster.RosterReport.Fate;
import kafedra.controller.roster.RosterReport.RowFate;
import org.jspecify.annotations.Nullable;

/**
 * What a roster file changes, judged against what is known; the same for a preview and for the
 * taking in.
 *
 * <p>A person keeps what the file says nothing of: subject groups of earlier files, and the class
 * when the cohort is empty. People who are not in the file stay: a file may be a part of the
 * school.
 *
 * @param changes people to write, new ones and changed ones
 */
public record RosterPlan(List<Wanted> changes, RosterReport report) {
  /**
   * A person as the file wants them.
   *
   * @param before as known; null for a new person
   * @param className empty to leave the class as it is
   * @param subject group to belong to; empty for none
   */
  public record Wanted(
      @Nullable Known before,
      String username,
      String firstName,
      String lastName,
      @Nullable Integer grade,
      Role role,
      String className,
      String subject) {}

  /**
   * A person as they are known, with the names of their groups.
   *
   * @param className empty without a class
   */
  public record Known(Person person, String className, List<String> subjects) {
    public Known {
      subjects = List.copyOf(subjects);
    }
  }

  /**
   * @param known by username in lower case: everybody in the district whom the file may name
   */
  public static RosterPlan of(RosterSheet.Table sheet, SchoolId school, Map<String, Known> known) {
    List<Wanted> changes = new ArrayList<>();
    List<RowFate> fates = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (RosterSheet.Broken broken : sheet.broken()) {
      fates.add(rejected(broken.line(), broken.username(), RowFault.WRONG_COLUMN_COUNT, null));
    }
    for (RosterRow row : sheet.rows()) {
      fates.add(judge(row, school, known, lines, changes));
    }
    fates.sort(Comparator.comparingInt(RowFate::line));
    return new RosterPlan(List.copyOf(changes), new RosterReport(fates));
  }

  private static RowFate judge(
      RosterRow row,
      SchoolId school,
      Map<String, Known> known,
      Map<String, Integer> lines,
      List<Wanted> changes) {
    Optional<RowFault> fault = RowRules.judge(row);
    if (fault.isPresent()) {
      return rejected(row.line(), row.username(), fault.get(), null);
    }
    String username = row.username().toLowerCase(Locale.ROOT);
    Integer earlier = lines.putIfAbsent(username, row.line());
    if (earlier != null) {
      return rejected(row.line(), row.username(), RowFault.DUPLICATE, earlier);
    }
    Known before = known.get(username);
    if (before != null && !before.person().school().equals(school)) {
      return rejected(row.line(), row.username(), RowFault.OTHER_SCHOOL, null);
    }
    Wanted wanted = wanted(row, username, before);
    if (before != null && isAlready(wanted, before)) {
      return new RowFate(row.line(), row.username(), Fate.UNCHANGED, null, null);
    }
    changes.add(wanted);
    Fate fate = before == null ? Fate.ADDED : Fate.UPDATED;
    return new RowFate(row.line(), row.username(), fate, null, null);
  }

  private static Wanted wanted(RosterRow row, String username, @Nullable Known before) {
    SchoolClass cohort = SchoolClass.of(row.cohort());
    @Nullable Person kept = cohort.name().isEmpty() && before != null ? before.person() : null;
    return new Wanted(
        before,
        username,
        row.firstName(),
        row.lastName(),
        kept == null ? cohort.number() : kept.grade(),
        kept == null ? cohort.role() : kept.role(),
        cohort.name(),
        row.group().isEmpty() ? row.course() : row.group());
  }

  private static boolean isAlready(Wanted wanted, Known before) {
    Person person = before.person();
    return person.firstName().equals(wanted.firstName())
        && person.lastName().equals(wanted.lastName())
        && Objects.equals(person.grade(), wanted.grade())
        && person.role() == wanted.role()
        && (wanted.className().isEmpty() || wanted.className().equals(before.className()))
        && (wanted.subject().isEmpty() || before.subjects().contains(wanted.subject()));
  }

  private static RowFate rejected(
      int line, String username, RowFault fault, @Nullable Integer earlier) {
    return new RowFate(line, username, Fate.REJECTED, fault, earlier);
  }
}
