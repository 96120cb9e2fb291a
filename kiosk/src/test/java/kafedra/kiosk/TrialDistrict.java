package kafedra.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafedra.contract.broker.BrokerAccess;
import kafedra.contract.broker.BrokerAccount;
import kafedra.contract.broker.EmbeddedBroker;
import kafedra.contract.id.KioskId;
import kafedra.contract.secret.Pepper;

/**
 * A district's broker with a fake controller, for trying out a kiosk by hand: {@code TrialDistrict
 * FOLDER PORT} writes the kiosk's secret files into the folder and waits.
 */
final class TrialDistrict {
  private TrialDistrict() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    Pepper pepper = Pepper.random();
    Files.writeString(folder.resolve("pepper"), pepper.toHex());
    Files.writeString(folder.resolve("secret"), "kiosk-secret");
    KioskId kiosk = new KioskId("kiosk-1");
    EmbeddedBroker broker =
        EmbeddedBroker.start(
            "127.0.0.1",
            Integer.parseInt(arguments[1]),
            BrokerAccess.of(
                List.of(
                    BrokerAccount.ofKiosk(kiosk, "kiosk-secret"),
                    BrokerAccount.ofController(FakeController.ID, FakeController.SECRET))));
    try (FakeController controller =
        new FakeController(kiosk, broker.uri(), DemoBuilding.items(pepper)).start()) {
      System.out.println("district broker at " + broker.uri());
      Thread.currentThread().join();
    }
  }
}
