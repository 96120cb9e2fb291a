package kafedra.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import kafedra.contract.id.WorkstationId;
import kafedra.provisioning.DistrictUnderTest.Broker;
import kafedra.provisioning.demo.CardHolder;
import kafedra.provisioning.demo.District.StaffMember;
import kafedra.provisioning.trial.Books;
import kafedra.provisioning.trial.Browser;
import kafedra.provisioning.trial.DistrictPages;
import kafedra.provisioning.trial.KioskScreen;

/** A district with a browser before it, and what every trial asks of the two. */
final class Trial implements AutoCloseable {
  private final DistrictUnderTest district;
  private final Browser browser;

  Trial(Path data, Broker districtBroker, Broker siteBroker) {
    district = DistrictUnderTest.start(data, districtBroker, siteBroker);
    browser = new Browser();
  }

  DistrictUnderTest district() {
    return district;
  }

  Browser browser() {
    return browser;
  }

  CardHolder pupil(int index) {
    return district.cards().holders().get(index);
  }

  KioskScreen kiosk() {
    return new KioskScreen(
        browser.page(KioskScreen.WIDTH, KioskScreen.HEIGHT, "ru-RU"), district.kiosk());
  }

  StaffMember member(String role) {
    return district.district().staff(role, DistrictUnderTest.SCHOOL);
  }

  DistrictPages staff(String role) {
    return staff(role, browser.page(1366, 768, "ru-RU"));
  }

  DistrictPages staff(String role, Page page) {
    return new DistrictPages(page, district.controller())
        .signIn(member(role).login(), member(role).password());
  }

  static WorkstationId seat(String label) {
    return new WorkstationId("opora-" + label);
  }

  void awaitScreen(String label, String wanted) {
    await("screen " + label + " is " + wanted)
        .atMost(Duration.ofSeconds(20))
        .until(() -> district.screen(seat(label)).equals(wanted));
  }

  Books books() {
    return new Books(
        district.folder().data(DistrictUnderTest.KIOSK),
        district.folder().data(DistrictUnderTest.CONTROLLER));
  }

  /** Every record of the kiosk is at the controller, once, under its number and with its type. */
  void everyRecordArrivedOnce() {
    await("every record arrived")
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(books().taken()).isEqualTo(books().written()));
    assertThat(books().streams()).isEqualTo(1);
  }

  /** No session that the controller heard of is without its end. */
  void everySessionEnded() {
    await("every session ended")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> assertThat(books().sessions()).allMatch(row -> row.endReason().isPresent()));
  }

  @Override
  public void close() {
    browser.close();
    district.close();
  }
}
