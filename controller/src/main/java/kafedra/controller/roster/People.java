package kafedra.controller.roster;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import org.jspecify.annotations.Nullable;

/** People as a librarian looks for them, and what proves them as staff set it. */
public interface People {
  /**
   * Finds people by name.
   *
   * @param schools whose people may be found
   * @param words each the beginning of a part of the name, a class or the number; see {@link
   *     SearchWords}
   * @param group only its people; null for everybody
   */
  List<Member> search(
      Collection<SchoolId> schools, List<String> words, @Nullable GroupId group, int most);

  Optional<Member> member(PersonId id);

  /** How many people each group has; without groups that have none. */
  Map<GroupId, Integer> sizes(Collection<GroupId> groups);

  /** Sets what proves a person; returns after the commit. */
  Outcome prove(PersonId person, Credentials credentials);

  /** What came of setting what proves a person. */
  sealed interface Outcome {
    /** It is set. */
    record Proven() implements Outcome {}

    /** The number is somebody else's; nothing changed. */
    record NumberTaken() implements Outcome {}

    /** The card is somebody else's; nothing changed. */
    record CardTaken() implements Outcome {}

    /** Nobody has this id. */
    record NoSuchPerson() implements Outcome {}
  }

  /** Gives people PINs; the others of their credentials stay. Returns after the commit. */
  void provePins(Map<PersonId, Credentials.StretchedPin> pins);
}
