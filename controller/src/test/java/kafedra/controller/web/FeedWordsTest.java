package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Purpose;
import kafedra.controller.feed.FeedItem;
import kafedra.controller.feed.FeedSubject;
import kafedra.controller.feed.FeedView;
import kafedra.controller.roster.Premises;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedWordsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void hasAWordForEveryPurposeInBothLanguages(Purpose purpose) {
    FeedItem item =
        new FeedItem(
            new BookingId("b"),
            TimeSlot.of(NOW, Duration.ofMinutes(45)),
            1,
            NOW,
            FeedItem.Standing.CONFIRMED,
            new LabId("gone"),
            purpose,
            Optional.empty(),
            "",
            List.of(),
            "");
    FeedView view = new FeedView("Имя Ф.", ZoneId.of("Asia/Yekaterinburg"), List.of(item));
    for (Tongue tongue : Tongue.values()) {
      FeedWords words =
          new FeedWords(tongue, new FeedSubject.OfPerson(new PersonId("p")), Premises.none());
      assertThat(words.file(view).entries().getFirst().summary())
          .as("%s in %s", purpose, tongue)
          .isNotBlank()
          .doesNotContain(".")
          .doesNotContain("_");
    }
  }
}
