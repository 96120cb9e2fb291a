package kafedra.controller.intake;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Where records are kept for good. */
public interface RecordLog {
  /** Things set aside that are kept; older ones are let go and only counted. */
  int ASIDE_KEPT = 10_000;

  /**
   * Things set aside out of one delivery; the rest is only counted, so that rubbish cannot crowd
   * out records.
   */
  int ASIDE_PER_DELIVERY = 50;

  /**
   * Takes in what continues each stream.
   *
   * @return completes after the commit, on the writer's thread; exceptionally when nothing of it
   *     was kept: with {@link UnkeepableException} when it is the content's fault and would be
   *     again
   */
  CompletableFuture<Committed> commit(Delivery delivery);

  /** How much was ever set aside, by what was wrong. */
  Map<String, Long> setAside();
}
