package kafedra.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kafedra.contract.broker.BrokerAccess;
import kafedra.contract.broker.BrokerAccount;
import kafedra.contract.broker.EmbeddedBroker;
import kafedra.contract.config.Settings;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.secret.Pepper;

/**
 * A district broker, a site broker that outlives the kiosk, a fake controller, and the kiosk's
 * files.
 */
final class District implements AutoCloseable {
  static final KioskId KIOSK = new KioskId("kiosk-1");

  final Path folder;
  final Pepper pepper = Pepper.random();
  final EmbeddedBroker site;
  EmbeddedBroker broker;
  FakeController controller;

  District(Path folder) {
    this.folder = folder;
    write("pepper", pepper.toHex());
    write("secret", "kiosk-secret");
    write("cards", "# demo\n" + DemoBuilding.ANYAS_CARD + ";Аня\n");
    site = startSite();
    broker = startBroker(0);
    controller = newController();
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static EmbeddedBroker startBroker(int port) {
    return EmbeddedBroker.start(
        "127.0.0.1",
        port,
        BrokerAccess.of(
            List.of(
                BrokerAccount.ofKiosk(KIOSK, "kiosk-secret"),
                BrokerAccount.ofController(FakeController.ID, FakeController.SECRET))));
  }

  private static EmbeddedBroker startSite() {
    List<BrokerAccount> accounts = new ArrayList<>();
    accounts.add(BrokerAccount.ofSiteKiosk(KIOSK, "kiosk-secret"));
    for (int i = 1; i <= 3; i++) {
      accounts.add(BrokerAccount.ofAgent(new WorkstationId("ws-" + i), "secret-" + i));
    }
    return EmbeddedBroker.start("127.0.0.1", 0, BrokerAccess.of(accounts));
  }

  private FakeController newController() {
    return new FakeController(KIOSK, broker.uri(), DemoBuilding.items(pepper));
  }

  FakeAgent agent(int number) {
    return new FakeAgent("ws-" + number, site.uri(), "secret-" + number);
  }

  /** A new controller, without what the old one was told. */
  void restartController() {
    controller.close();
    controller = newController().start();
  }

  /** The line is cut for good: the broker is gone. */
  void cut() {
    broker.close();
  }

  /** The line heals; the controller remembers what it had. */
  void heal() {
    broker = startBroker(broker.port());
  }

  List<String> arguments() {
    return List.of(
        "--kiosk=" + KIOSK,
        "--port=0",
        "--data=" + folder.resolve("data"),
        "--district-broker=" + broker.uri(),
        "--secret-file=" + folder.resolve("secret"),
        "--pepper-file=" + folder.resolve("pepper"),
        "--site-broker=" + site.uri(),
        "--site-secret-file=" + folder.resolve("secret"),
        "--tap-page=on",
        "--tap-cards=" + folder.resolve("cards"),
        "--line-interface=lo");
  }

  KioskProgram startKiosk() {
    return KioskMain.start(KioskConfig.from(Settings.read(arguments())));
  }

  @Override
  public void close() {
    controller.close();
    site.close();
    broker.close();
  }
}
