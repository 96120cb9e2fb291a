package kafedra.controller.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.ReplicaItem.Role;
import kafedra.controller.roster.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a timetable means by the name of a teacher. */
class TeacherNamesTest {
  private static final PersonId ANNA = new PersonId("t1");

  private static Person person(String id, String last, String given, Role role) {
    return new Person(
        new PersonId(id), new SchoolId("s1"), "user-" + id, given, last, null, role, List.of());
  }

  private final TeacherNames names =
      new TeacherNames(
          List.of(
              person("t1", "Ёжикова", "Анна Петровна", Role.TEACHER),
              person("t2", "Иванова", "Алла Павловна", Role.TEACHER),
              person("t3", "Иванова", "Анна Павловна", Role.STAFF),
              person("t4", "Петрова-Водкина", "Ольга", Role.TEACHER),
              person("t5", "фон Берг", "Карл Иванович", Role.TEACHER),
              person("p1", "Речкин", "Пётр", Role.PUPIL)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ёжикова Анна Петровна",
        "ежикова  анна петровна",
        "Анна Петровна Ежикова",
        "Ежикова А.П.",
        "Ёжикова А. П.",
        "А. П. Ёжикова",
        "ЁЖИКОВА А.",
        "Ёжикова Анна П."
      })
  void findsTheWholeNameAndTheInitials(String name) {
    assertThat(names.of(name)).containsExactly(ANNA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ёжикова",
        "Ёжикова Б. П.",
        "Ёжикова А. С.",
        "Ёжикова П. А.",
        "Ёжикова Анна Петровна Старшая",
        "Ежиков А. П.",
        "Анна Петровна",
        "Речкин Пётр",
        "вакансия",
        "",
        "."
      })
  void findsNobodyByLessOrByOther(String name) {
    assertThat(names.of(name)).isEmpty();
  }

  @Test
  void tellsSeveralWhereInitialsAreOfMoreThanOne() {
    assertThat(names.of("Иванова А. П.")).hasSize(2);
    assertThat(names.of("Иванова Алла П.")).containsExactly(new PersonId("t2"));
  }

  @Test
  void knowsLastNamesOfTwoWordsAndWithAHyphen() {
    assertThat(names.of("Петрова-Водкина О.")).containsExactly(new PersonId("t4"));
    assertThat(names.of("Водкина О.")).isEmpty();
    assertThat(names.of("К. И. фон Берг")).containsExactly(new PersonId("t5"));
  }
}
