package kafedra.kiosk.desk;

import java.time.Duration;
import java.util.List;
import kafedra.contract.message.KioskTrouble;
import kafedra.contract.message.Reach;
import org.jspecify.annotations.Nullable;

/**
 * How the kiosk is.
 *
 * @param broker whether the district's broker is reached
 * @param controller since the controller itself was heard; null if never since the start
 * @param unsent records that the controller has not acknowledged
 * @param replica number of the replica's version
 * @param agents workstations whose agent answers
 */
public record HealthView(
    boolean ready,
    String version,
    Reach broker,
    @Nullable Duration controller,
    long unsent,
    long replica,
    long agents,
    List<KioskTrouble> troubles) {}
