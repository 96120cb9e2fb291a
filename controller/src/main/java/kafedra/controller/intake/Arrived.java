package kafedra.controller.intake;

import kafedra.contract.id.BuildingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.message.RecordBatch;

/** Records as a kiosk of the roster sent them. */
public record Arrived(KioskId kiosk, BuildingId building, RecordBatch batch) {}
