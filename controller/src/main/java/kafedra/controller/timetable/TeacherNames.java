package kafedra.controller.timetable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kafedra.contract.id.PersonId;
import kafedra.contract.message.ReplicaItem.Role;
import kafedra.controller.roster.Person;

/**
 * Finds the teachers of a school by the names in its files: the whole name in either order, or the
 * last name with initials, whatever the case and whether ё was typed as е. Every word of the file
 * must be one of the person's, and a last name alone is nobody: a wrong teacher would be told of
 * another's lessons.
 */
final class TeacherNames {
  private record Known(PersonId id, List<String> last, List<String> given) {}

  private final List<Known> known;

  /**
   * @param people of the school; pupils are passed over
   */
  TeacherNames(List<Person> people) {
    known =
        people.stream()
            .filter(person -> person.role() != Role.PUPIL)
            .map(it -> new Known(it.id(), words(it.lastName()), words(it.firstName())))
            .filter(it -> !it.last().isEmpty() && !it.given().isEmpty())
            .toList();
  }

  /** Whom a name of the file means: nobody, one, or several of whom none can be told apart. */
  List<PersonId> of(String name) {
    List<String> words = words(name);
    return known.stream().filter(it -> isOf(words, it)).map(Known::id).distinct().toList();
  }

  private static boolean isOf(List<String> words, Known person) {
    int last = person.last().size();
    int others = words.size() - last;
    if (others < 1 || others > person.given().size()) {
      return false;
    }
    return (words.subList(0, last).equals(person.last())
            && areGiven(words.subList(last, words.size()), person))
        || (words.subList(others, words.size()).equals(person.last())
            && areGiven(words.subList(0, others), person));
  }

  private static boolean areGiven(List<String> words, Known person) {
    for (int i = 0; i < words.size(); i++) {
      String given = person.given().get(i);
      boolean initial = words.get(i).length() == 1 && given.startsWith(words.get(i));
      if (!initial && !words.get(i).equals(given)) {
        return false;
      }
    }
    return true;
  }

  /** «А.П.» are two words, «Петрова-Водкина» is one. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    String plain = name.toLowerCase(Locale.ROOT).replace('ё', 'е');
    for (String word : plain.split("[^\\p{L}\\p{M}'’-]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return List.copyOf(words);
  }
}
