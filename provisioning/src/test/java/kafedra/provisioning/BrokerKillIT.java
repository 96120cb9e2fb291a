package kafedra.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kafedra.provisioning.DistrictUnderTest.Broker;
import kafedra.provisioning.demo.CardHolder;
import kafedra.provisioning.trial.KioskScreen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The district on unmodified Mosquitto brokers, which are killed while a pupil sits. */
class BrokerKillIT {
  @TempDir static Path temp;
  private static Trial trial;

  @BeforeAll
  static void open() {
    trial = new Trial(temp, Broker.MOSQUITTO, Broker.MOSQUITTO);
  }

  @AfterAll
  static void close() {
    trial.close();
  }

  @Test
  void aKilledDistrictBrokerIsNotNoticedAndNothingIsLostOrDoubled() {
    sitThroughTheDeathOf(trial.district().districtMosquitto(), trial.pupil(0));
  }

  @Test
  void aKilledSiteBrokerKeepsTheSeatOpenAndNothingIsLostOrDoubled() {
    sitThroughTheDeathOf(trial.district().siteMosquitto(), trial.pupil(1));
  }

  private static void sitThroughTheDeathOf(String broker, CardHolder pupil) {
    KioskScreen kiosk = trial.kiosk();
    String label = kiosk.takeAnySeat(pupil.card());
    kiosk.leave();
    trial.awaitScreen(label, "OPEN");

    trial.district().kill(broker);
    assertThat(trial.district().screen(Trial.seat(label))).isEqualTo("OPEN");

    kiosk.signOut(pupil.card()).leave();
    trial.awaitScreen(label, "LOCKED");
    trial.district().awaitRoom();
    trial.everyRecordArrivedOnce();
    trial.everySessionEnded();
  }
}
