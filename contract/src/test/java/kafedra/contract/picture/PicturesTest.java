package kafedra.contract.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;
import org.junit.jupiter.api.Test;

class PicturesTest {
  private static final GroupId GROUP = new GroupId("g-7a");

  private static List<PersonId> people(int count) {
    return IntStream.range(0, count).mapToObj(it -> new PersonId("p-" + it)).toList();
  }

  @Test
  void givesEveryMemberOneOfTheirOwnAndFindsThemByIt() {
    List<PersonId> members = people(Picture.COUNT);
    Pictures pictures = Pictures.of(GROUP, members);

    Set<Picture> given = new HashSet<>();
    for (PersonId member : members) {
      Picture picture = pictures.of(member).orElseThrow();
      assertThat(pictures.whose(picture)).contains(member);
      given.add(picture);
    }
    assertThat(given).hasSize(Picture.COUNT);
  }

  @Test
  void followsFromTheIdsWhateverTheOrderAndDiffersBetweenGroups() {
    List<PersonId> members = new ArrayList<>(people(28));
    Pictures first = Pictures.of(GROUP, members);
    Collections.shuffle(members, new Random(7));
    Pictures again = Pictures.of(GROUP, members);
    Pictures other = Pictures.of(new GroupId("g-7b"), members);

    assertThat(members).allMatch(it -> first.of(it).equals(again.of(it)));
    assertThat(members).anyMatch(it -> !first.of(it).equals(other.of(it)));
    // what was printed must hold after an update of the program
    assertThat(first.of(new PersonId("p-0")))
        .contains(new Picture(Picture.Thing.UMBRELLA, Picture.Frame.SQUARE));
  }

  @Test
  void moreThanThereArePicturesGetNone() {
    List<PersonId> members = people(Picture.COUNT + 2);
    Pictures pictures = Pictures.of(GROUP, members);

    assertThat(members.stream().filter(it -> pictures.of(it).isEmpty())).hasSize(2);
  }

  @Test
  void everyThingAndFrameIsDrawn() throws IOException {
    try (InputStream in = Pictures.class.getResourceAsStream("pictures.svg")) {
      assertThat(in).isNotNull();
      String drawn = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Picture.Thing thing : Picture.Thing.values()) {
        assertThat(drawn).contains("id=\"thing-" + thing.name().toLowerCase(Locale.ROOT) + "\"");
      }
      for (Picture.Frame frame : Picture.Frame.values()) {
        assertThat(drawn).contains("id=\"frame-" + frame.name().toLowerCase(Locale.ROOT) + "\"");
      }
    }
  }
}
