package kafedra.controller.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kafedra.contract.id.LabId;
import kafedra.contract.message.TicketFate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaitReportTest {
  private static final LabId LAB = new LabId("l1");

  private static Wait wait(
      @Nullable LabId lab, @Nullable Integer stated, @Nullable Integer waited, TicketFate fate) {
    return new Wait(
        lab,
        Instant.EPOCH,
        stated == null ? null : Duration.ofMinutes(stated),
        waited == null ? null : Duration.ofMinutes(waited),
        fate);
  }

  @Test
  void comparesWhatWasSaidWithWhatItCameTo() {
    List<Wait> waits = new ArrayList<>();
    for (int off = 1; off <= 10; off++) {
      waits.add(wait(LAB, 20, off % 2 == 0 ? 20 + off : 20 - off, TicketFate.SEATED));
    }
    waits.add(wait(LAB, 12, null, TicketFate.LEFT));
    waits.add(wait(LAB, null, 3, TicketFate.MISSED));

    assertThat(WaitReport.of(waits))
        .containsExactly(
            new WaitReport(
                LAB,
                12,
                Map.of(TicketFate.SEATED, 10, TicketFate.LEFT, 1, TicketFate.MISSED, 1),
                new WaitReport.Precision(
                    10,
                    Duration.ofMinutes(20),
                    Duration.ofMinutes(19),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(9),
                    500)));
  }

  @Test
  void saysNothingOfPrecisionWithoutAnythingToCompare() {
    assertThat(
            WaitReport.of(
                List.of(
                    wait(null, 5, null, TicketFate.LEFT), wait(LAB, null, 1, TicketFate.SEATED))))
        .extracting(WaitReport::lab, WaitReport::drawn, WaitReport::error)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(LAB, 1, null),
            org.assertj.core.groups.Tuple.tuple(null, 1, null));
  }
}
