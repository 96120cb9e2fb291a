package kafedra.controller.intake;

import java.time.Instant;
import java.util.Map;

/**
 * What came in over MQTT.
 *
 * @param since start of the controller; all counts begin there, but for what was set aside
 * @param messages arrived
 * @param records committed
 * @param duplicates records that came again and were passed over
 * @param gaps batches that began beyond what was next, and were not taken
 * @param setAside what could not be used, by what was wrong with it; over all starts
 */
public record IntakeCounts(
    Instant since,
    long messages,
    long records,
    long duplicates,
    long gaps,
    Map<String, Long> setAside) {
  public IntakeCounts {
    setAside = Map.copyOf(setAside);
  }
}
