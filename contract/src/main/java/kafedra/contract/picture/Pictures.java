package kafedra.contract.picture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;

/**
 * Which picture is whose in a group. It follows from the ids alone, so that kiosk and controller
 * agree without telling each other, also while the line is cut. Nobody shares a picture; somebody
 * who joins rarely moves another's.
 */
public final class Pictures {
  private final Map<PersonId, Picture> byPerson = new HashMap<>();
  private final Map<Picture, PersonId> byPicture = new HashMap<>();

  private Pictures() {}

  /**
   * @param members all of the group; those beyond {@link Picture#COUNT} get none
   */
  public static Pictures of(GroupId group, Collection<PersonId> members) {
    Pictures pictures = new Pictures();
    List<PersonId> inOrder =
        members.stream().sorted((one, other) -> one.value().compareTo(other.value())).toList();
    for (PersonId member : inOrder) {
      pictures.give(member, number(group, member));
    }
    return pictures;
  }

  private void give(PersonId member, int wanted) {
    for (int step = 0; step < Picture.COUNT; step++) {
      Picture picture = Picture.of((wanted + step) % Picture.COUNT);
      if (!byPicture.containsKey(picture)) {
        byPicture.put(picture, member);
        byPerson.put(member, picture);
        return;
      }
    }
  }

  private static int number(GroupId group, PersonId person) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((group + "/" + person).getBytes(StandardCharsets.UTF_8));
      return Math.floorMod((digest[0] & 0xff) << 8 | (digest[1] & 0xff), Picture.COUNT);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }

  public Optional<Picture> of(PersonId person) {
    return Optional.ofNullable(byPerson.get(person));
  }

  public Optional<PersonId> whose(Picture picture) {
    return Optional.ofNullable(byPicture.get(picture));
  }
}
