package kafedra.controller.intake;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import kafedra.contract.message.RecordBatch;
import kafedra.contract.message.SiteRecord;

/**
 * What to do with a delivery that cannot be written as a whole: its records go in one by one, and
 * the one that cannot is set aside in its place. Otherwise a single record that nobody foresaw
 * would hold up its stream, and everybody who shares the delivery, for ever.
 */
public final class Salvage {
  private final RecordLog log;

  public Salvage(RecordLog log) {
    this.log = log;
  }

  /**
   * Writes what can be written.
   *
   * @param committed hears of each step after its commit
   * @throws CompletionException if the store itself fails; what was told of is kept
   */
  public void save(Delivery delivery, Consumer<Committed> committed) {
    if (!delivery.aside().isEmpty()) {
      committed.accept(log.commit(new Delivery(List.of(), delivery.aside())).join());
    }
    for (Arrived arrived : delivery.batches()) {
      RecordBatch batch = arrived.batch();
      for (int i = 0; i < batch.records().size(); i++) {
        committed.accept(one(arrived, batch.first() + i, batch.records().get(i)));
      }
    }
  }

  private Committed one(Arrived arrived, long number, SiteRecord siteRecord) {
    try {
      return log.commit(single(arrived, number, siteRecord)).join();
    } catch (CompletionException failed) {
      if (!(failed.getCause() instanceof UnkeepableException)) {
        throw failed;
      }
      SiteRecord inItsPlace =
          new SiteRecord.Unreadable(
              siteRecord.at(),
              siteRecord.toString(),
              "cannot be written: " + failed.getCause().getMessage());
      return log.commit(single(arrived, number, inItsPlace)).join();
    }
  }

  private static Delivery single(Arrived arrived, long number, SiteRecord siteRecord) {
    RecordBatch batch = arrived.batch();
    return new Delivery(
        List.of(
            new Arrived(
                arrived.kiosk(),
                arrived.building(),
                new RecordBatch(batch.stream(), batch.oldest(), number, List.of(siteRecord)))),
        List.of());
  }
}
