package kafedra.kiosk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kafedra.contract.message.KioskTrouble;
import kafedra.contract.time.DeviceClock;
import kafedra.kiosk.device.Button;
import kafedra.kiosk.device.CardReader;
import kafedra.kiosk.device.Cues;
import kafedra.kiosk.device.Door;
import kafedra.kiosk.evdev.WedgeReader;
import kafedra.kiosk.journal.Journal;
import kafedra.kiosk.linux.BoardCheck;
import kafedra.kiosk.linux.GrabbedDevice;
import kafedra.kiosk.pi4j.DoorRelay;
import kafedra.kiosk.pi4j.PinFront;
import kafedra.kiosk.pi4j.SpiCardReader;
import kafedra.kiosk.signin.AttemptLimit;
import kafedra.kiosk.upkeep.HardwareCheck;
import kafedra.kiosk.upkeep.Maintenance;
import kafedra.kiosk.upkeep.Troubles;
import kafedra.kiosk.web.TapPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the kiosk's front together. A part that is configured and cannot be had is told loudly, in
 * the log with the whole check of the board, and to screen and sysadmin; the rest works without it,
 * for a child with a PIN needs no reader.
 */
record FrontMain(
    Cues cues,
    List<CardReader> readers,
    Optional<Button> button,
    Optional<Door> door,
    Optional<TapPage> tapPage) {
  private static final Logger log = LoggerFactory.getLogger(FrontMain.class);

  static FrontMain open(KioskConfig config, Troubles troubles, KioskProgram program) {
    Optional<TapPage> tapPage = config.tapCards().map(FrontMain::demoCards).map(TapPage::new);
    List<CardReader> readers = new ArrayList<>();
    tapPage.ifPresent(page -> readers.add(program.started("tap page", page)));
    if (config.cardReader() == KioskConfig.CardReaderKind.MFRC522) {
      had(() -> SpiCardReader.open(0), KioskTrouble.READER_FAILING, troubles)
          .ifPresent(reader -> readers.add(program.started("card reader", reader)));
    }
    config
        .wedgeReader()
        .map(device -> new WedgeReader(() -> GrabbedDevice.open(device), troubles))
        .ifPresent(reader -> readers.add(program.started("USB reader", reader)));
    Optional<PinFront> pins =
        config.gpio() == KioskConfig.GpioKind.PI4J
            ? had(() -> PinFront.open(wiring(config.pins())), KioskTrouble.FRONT_FAILING, troubles)
            : Optional.empty();
    pins.ifPresent(front -> program.started("pins", front));
    Optional<DoorRelay> door =
        config
            .door()
            .flatMap(it ->
                had(
                    () -> DoorRelay.open(it.pin(), it.pulse()),
                    KioskTrouble.DOOR_FAILING,
                    troubles));
    door.ifPresent(relay -> program.started("door", relay));
    return new FrontMain(
        pins.map(front -> new Cues(front, front)).orElseGet(Cues::none),
        List.copyOf(readers),
        pins.map(front -> front),
        door.map(relay -> relay),
        tapPage);
  }

  private static PinFront.Wiring wiring(KioskConfig.Pins pins) {
    return new PinFront.Wiring(
        pins.green(), pins.red(), pins.amber(), pins.buzzer(), pins.button());
  }

  private static <T> Optional<T> had(Supplier<T> opened, KioskTrouble without, Troubles troubles) {
    try {
      return Optional.of(opened.get());
    } catch (IllegalStateException missing) {
      troubles.has(without);
      HardwareCheck check = new BoardCheck().get();
      log.error("{}; the kiosk works without it\n{}", missing.getMessage(), check.table());
      return Optional.empty();
    }
  }

  /** The maintenance page, where a PIN for it is configured. */
  Optional<Maintenance> maintenance(
      KioskConfig config, Journal journal, DeviceClock clock, Troubles troubles) {
    Map<Maintenance.Trial, Runnable> trials = new EnumMap<>(Maintenance.Trial.class);
    if (button.isPresent()) {
      trials.put(Maintenance.Trial.LAMPS, cues::attention);
      trials.put(Maintenance.Trial.BUZZER, cues::refused);
    }
    door.ifPresent(it -> trials.put(Maintenance.Trial.DOOR, it::open));
    return config
        .maintenancePin()
        .map(pin ->
            new Maintenance(
                pin.value(), new AttemptLimit(journal, clock), new BoardCheck(), troubles, trials));
  }

  private static List<TapPage.DemoCard> demoCards(Path file) {
    if (file.toString().isEmpty()) {
      return List.of();
    }
    return PairFile.read(file, "card;label").stream()
        .map(line -> new TapPage.DemoCard(line.first(), line.second()))
        .toList();
  }
}
