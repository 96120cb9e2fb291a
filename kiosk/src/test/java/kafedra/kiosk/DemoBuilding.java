package kafedra.kiosk;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.secret.Pepper;
import kafedra.contract.secret.Verifiers;

/** A small building: one lab of three seats, two pupils, a group; open around the clock. */
final class DemoBuilding {
  static final PersonId ANYA = new PersonId("anya");
  static final PersonId BORIS = new PersonId("boris");
  static final PersonId VERA = new PersonId("vera");
  static final String ANYAS_CARD = "0004A1B2C3";
  static final String BORIS_CARD = "0004A1B2C4";
  static final String VERAS_CARD = "0004A1B2C5";
  static final String ANYAS_NUMBER = "1001";
  static final String ANYAS_PIN = "2468";

  private DemoBuilding() {}

  static List<ReplicaItem> items(Pepper pepper) {
    List<ReplicaItem> items = new ArrayList<>();
    items.add(
        new ReplicaItem.Site(
            new BuildingId("main"), "Школа № 1", "Главный корпус", "Asia/Yekaterinburg"));
    items.add(
        new ReplicaItem.Rules(
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofMinutes(90),
            Duration.ofMinutes(15),
            LocalTime.MIN,
            LocalTime.of(23, 59)));
    items.add(new ReplicaItem.Lab(new LabId("lab-1"), "Компьютерный зал"));
    for (int i = 1; i <= 3; i++) {
      items.add(
          new ReplicaItem.Seat(
              new WorkstationId("ws-" + i),
              new LabId("lab-1"),
              Integer.toString(i),
              0,
              i - 1,
              List.of(Feature.LINUX),
              ReplicaItem.Service.IN_SERVICE));
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      items.add(new ReplicaItem.Bell(day, 1, LocalTime.of(8, 30), LocalTime.of(9, 10)));
      items.add(new ReplicaItem.Bell(day, 2, LocalTime.of(9, 20), LocalTime.of(10, 0)));
    }
    items.add(person(pepper, ANYA, "Аня К.", ANYAS_NUMBER, ANYAS_PIN, ANYAS_CARD));
    items.add(person(pepper, BORIS, "Боря Л.", "1002", "1357", BORIS_CARD));
    items.add(person(pepper, VERA, "Вера М.", "1003", "9753", VERAS_CARD));
    return items;
  }

  private static ReplicaItem.Person person(
      Pepper pepper, PersonId id, String greeting, String number, String pin, String card) {
    String salt = Verifiers.newSalt();
    return new ReplicaItem.Person(
        id,
        greeting,
        number,
        Verifiers.pinFor(pepper, salt, Verifiers.stretch(pin, salt)),
        List.of(Verifiers.card(pepper, card)),
        List.of(new GroupId("inf-7")),
        7,
        ReplicaItem.Role.PUPIL);
  }
}
