package kafedra.kiosk.pi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.platform.MockPlatform;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import kafedra.kiosk.device.Buzzer;
import kafedra.kiosk.device.Cues;
import kafedra.kiosk.device.Lights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PinFrontTest {
  private final Context pi4j =
      Pi4J.newContextBuilder()
          .add(new MockPlatform())
          .add(MockDigitalInputProvider.newInstance(), MockDigitalOutputProvider.newInstance())
          .build();
  private final PinFront front = new PinFront(pi4j, new PinFront.Wiring(17, 27, 22, 18, 23));

  @AfterEach
  void close() {
    front.close();
  }

  private DigitalState state(String id) {
    return pi4j.<DigitalOutput>getIO(id).state();
  }

  private List<DigitalState> watched(String id) {
    List<DigitalState> states = new CopyOnWriteArrayList<>();
    pi4j.<DigitalOutput>getIO(id).addListener(event -> states.add(event.state()));
    return states;
  }

  @Test
  void isDarkAndSilentAtFirst() {
    assertThat(List.of(state("green"), state("red"), state("amber"), state("buzzer")))
        .containsOnly(DigitalState.LOW);
  }

  @Test
  void showsOneColourAtATimeAndThenNone() {
    front.show(Lights.Colour.RED, Duration.ofMinutes(1));
    front.show(Lights.Colour.GREEN, Duration.ofMillis(300));

    await().until(() -> state("green") == DigitalState.HIGH);
    assertThat(state("red")).isEqualTo(DigitalState.LOW);
    await().until(() -> state("green") == DigitalState.LOW);
  }

  @Test
  void beepsOnceForYesAndTwiceForNo() {
    List<DigitalState> buzzer = watched("buzzer");
    Cues cues = new Cues(front, front);
    cues.fine();
    await().until(() -> buzzer.equals(List.of(DigitalState.HIGH, DigitalState.LOW)));

    front.sound(Buzzer.Sound.TWO_SHORT);
    await().until(() -> buzzer.size() == 6);
    assertThat(buzzer.getLast()).isEqualTo(DigitalState.LOW);
  }

  @Test
  void tellsOfAPressAndNotOfARelease() {
    AtomicInteger presses = new AtomicInteger();
    front.start(presses::incrementAndGet);
    MockDigitalInput button = pi4j.getIO("button");

    button.mockState(DigitalState.HIGH);
    button.mockState(DigitalState.LOW);
    button.mockState(DigitalState.HIGH);

    assertThat(presses).hasValue(1);
  }
}
