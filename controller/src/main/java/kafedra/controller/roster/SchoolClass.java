package kafedra.controller.roster;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kafedra.contract.message.ReplicaItem.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a cohort of Moodle says: «7А», «7 "а"» and «7-а» are all the class «7А» of grade 7.
 *
 * @param name as it is kept; empty without a class
 * @param number at its start; null without one
 * @param role that the cohort stands for
 */
record SchoolClass(String name, @Nullable Integer number, Role role) {
  private static final Pattern CLASS =
      Pattern.compile("([0-9]{1,3})[\\s\\-_.]*[\"«„“']?\\s*(\\p{L}?)\\s*[\"»“”']?");
  private static final Set<String> TEACHERS =
      Set.of("учителя", "педагоги", "преподаватели", "тьюторы", "teachers", "tutors");
  private static final Set<String> STAFF = Set.of("сотрудники", "персонал", "staff");

  static SchoolClass of(String cohort) {
    Matcher matcher = CLASS.matcher(cohort);
    if (matcher.matches()) {
      Integer number = Integer.valueOf(matcher.group(1));
      String letter = matcher.group(2).toUpperCase(Locale.ROOT);
      return new SchoolClass(number + letter, number, Role.PUPIL);
    }
    String plain = cohort.toLowerCase(Locale.ROOT);
    if (TEACHERS.contains(plain)) {
      return new SchoolClass(cohort, null, Role.TEACHER);
    }
    return new SchoolClass(cohort, null, STAFF.contains(plain) ? Role.STAFF : Role.PUPIL);
  }

  boolean isPossible() {
    return number == null || (number >= 1 && number <= 12);
  }
}
