package kafedra.kiosk.pi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.platform.MockPlatform;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class DoorRelayTest {
  private final Context pi4j =
      Pi4J.newContextBuilder()
          .add(new MockPlatform())
          .add(MockDigitalOutputProvider.newInstance())
          .build();

  private DigitalOutput pin() {
    return pi4j.getIO("door");
  }

  private List<DigitalState> watched() {
    List<DigitalState> states = new CopyOnWriteArrayList<>();
    pin().addListener(event -> states.add(event.state()));
    return states;
  }

  @Test
  void isLockedFromItsFirstMoment() {
    try (DoorRelay _ = new DoorRelay(pi4j, 24, Duration.ofSeconds(3))) {
      assertThat(pin().state()).isEqualTo(DigitalState.LOW);
      assertThat(pin().config().initialState()).isEqualTo(DigitalState.LOW);
      assertThat(pin().config().shutdownState()).isEqualTo(DigitalState.LOW);
    }
  }

  @Test
  void opensForOneBoundedPulseHoweverOftenItIsAsked() {
    try (DoorRelay door = new DoorRelay(pi4j, 24, Duration.ofMillis(200))) {
      List<DigitalState> seen = watched();
      door.open();
      door.open();
      door.open();

      await().until(() -> seen.equals(List.of(DigitalState.HIGH, DigitalState.LOW)));
    }
  }

  @Test
  void locksWhenTheProgramEndsInTheMiddleOfAPulse() {
    List<DigitalState> seen;
    try (DoorRelay door = new DoorRelay(pi4j, 24, Duration.ofSeconds(10))) {
      seen = watched();
      door.open();
      await().until(() -> seen.contains(DigitalState.HIGH));
    }

    assertThat(seen.getLast()).isEqualTo(DigitalState.LOW);
  }

  @Test
  void refusesAPulseWithoutABound() {
    assertThatThrownBy(() -> new DoorRelay(pi4j, 24, Duration.ofMinutes(1)))
        .hasMessageContaining("the most");
  }
}
