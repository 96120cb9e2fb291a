package kafedra.controller.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import kafedra.contract.message.SiteRecord;
import kafedra.controller.booking.KioskRequests;

/**
 * Hands what concerns bookings to the booking desk before the records of a delivery are kept.
 * Should the program be killed between the two, the kiosk sends the delivery again and the desk
 * knows that it has answered.
 */
public final class BookingsFirst implements RecordLog {
  private final KioskRequests requests;
  private final RecordLog log;

  public BookingsFirst(KioskRequests requests, RecordLog log) {
    this.requests = requests;
    this.log = log;
  }

  @Override
  public CompletableFuture<Committed> commit(Delivery delivery) {
    List<KioskRequests.Asked> asked = new ArrayList<>();
    for (Arrived arrived : delivery.batches()) {
      for (SiteRecord each : arrived.batch().records()) {
        if (KioskRequests.concerns(each)) {
          asked.add(new KioskRequests.Asked(arrived.kiosk(), arrived.building(), each));
        }
      }
    }
    return asked.isEmpty()
        ? log.commit(delivery)
        : requests
            .take(asked)
            .exceptionallyCompose(failed -> CompletableFuture.failedFuture(reason(failed)))
            .thenCompose(done -> log.commit(delivery));
  }

  private static Throwable reason(Throwable failed) {
    Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
    if (cause instanceof KioskRequests.UnanswerableException unanswerable) {
      return new UnkeepableException(String.valueOf(unanswerable.getMessage()), unanswerable);
    }
    return cause == null ? failed : cause;
  }

  @Override
  public Map<String, Long> setAside() {
    return log.setAside();
  }
}
