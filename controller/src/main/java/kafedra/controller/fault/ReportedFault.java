package kafedra.controller.fault;

import java.time.Instant;
import kafedra.contract.message.FaultKind;

/**
 * Something that is said to be broken at a seat and that nobody has looked at yet.
 *
 * @param first when it was first reported
 * @param times how often
 */
public record ReportedFault(FaultKind kind, Instant first, int times) {}
