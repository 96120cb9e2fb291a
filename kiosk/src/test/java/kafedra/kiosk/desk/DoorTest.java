package kafedra.kiosk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kafedra.contract.id.PersonId;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaItem.PinVerifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorTest {
  private final KioskStage stage = new KioskStage();

  @BeforeEach
  void aLibrarianHasACard() {
    stage.put(
        new ReplicaItem.Person(
            new PersonId("librarian"),
            "Мария",
            "number-librarian",
            new PinVerifier("", "pin"),
            List.of("card-librarian"),
            List.of(),
            0,
            ReplicaItem.Role.STAFF));
  }

  @Test
  void opensForACardOfStaffAndForNoOtherCard() {
    stage.counter().tapped("card-anya");
    stage.counter().tapped("card-of-nobody");
    assertThat(stage.doors).isEmpty();

    stage.counter().tapped("card-librarian");
    assertThat(stage.doors).hasSize(1);
  }
}
