package kafedra.controller.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.RecordBatch;
import kafedra.contract.message.SiteRecord;
import kafedra.controller.intake.Arrived;
import kafedra.controller.intake.Committed;
import kafedra.controller.intake.Delivery;
import kafedra.controller.intake.SetAside;
import kafedra.controller.roster.Building;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Premises;

/** One delivery within one transaction. */
final class RecordTaking {
  private final Premises premises;
  private final Instant now;
  private final StreamPositions positions;
  private final RecordRows rows;
  private final AsideRows asides;
  private final StaffActs staffActs;
  private final Set<WorkstationId> seats = new HashSet<>();
  private final Set<SchoolId> premisesOf = new HashSet<>();
  private long records;
  private long duplicates;
  private long gaps;

  RecordTaking(Connection connection, WriterStatements statements, Premises premises, Instant now) {
    this.premises = premises;
    this.now = now;
    positions = new StreamPositions(connection, statements);
    rows = new RecordRows(connection, statements);
    asides = new AsideRows(connection);
    staffActs = new StaffActs(connection, statements, now);
  }

  /**
   * Writes a delivery and tells what it came to; an exception leaves nothing of it once the caller
   * rolls back.
   */
  Committed take(Delivery delivery) throws SQLException {
    for (SetAside each : delivery.aside()) {
      asides.add(each);
    }
    for (Arrived each : delivery.batches()) {
      take(each);
    }
    return finish();
  }

  Committed finish() throws SQLException {
    rows.write();
    positions.write();
    asides.write();
    return new Committed(
        positions.upTo(), records, duplicates, gaps, asides.counts(), seats, premisesOf);
  }

  private void take(Arrived arrived) throws SQLException {
    RecordBatch batch = arrived.batch();
    StreamPositions.Position position = positions.of(batch.stream());
    if (batch.oldest() > position.upTo() + 1) {
      position.passOver(batch.oldest());
    }
    int known = (int) Math.min(batch.records().size(), position.upTo() + 1 - batch.first());
    if (known < 0) {
      gaps++;
      return;
    }
    duplicates += known;
    RecordRows.Origin origin =
        new RecordRows.Origin(arrived.kiosk(), arrived.building(), schoolOf(arrived));
    for (int i = known; i < batch.records().size(); i++) {
      long number = batch.first() + i;
      SiteRecord each = batch.records().get(i);
      rows.journal(position.key(), number, each);
      take(origin, batch, number, each);
      position.take(number);
      records++;
    }
  }

  private SchoolId schoolOf(Arrived arrived) {
    return premises
        .building(arrived.building())
        .map(Building::school)
        .orElseThrow(() -> new IllegalStateException("no building " + arrived.building()));
  }

  private void take(RecordRows.Origin origin, RecordBatch batch, long number, SiteRecord one)
      throws SQLException {
    switch (one) {
      case SiteRecord.SessionStarted it -> {
        Optional<Lab> lab = premises.labOf(it.workstation());
        rows.started(origin, lab.map(Lab::id), it);
        seats.add(it.workstation());
      }
      case SiteRecord.SessionExtended it -> rows.extended(origin, it);
      case SiteRecord.SessionUsed it -> rows.used(origin, it);
      case SiteRecord.SessionEnded it -> rows.ended(origin, it);
      case SiteRecord.BookingRequested it -> {} // the booking desk had it before, see BookingsFirst
      case SiteRecord.BookingWithdrawn it -> {}
      case SiteRecord.LineMeasured it -> rows.line(origin, number, it);
      case SiteRecord.SeatChanged it when isOwn(origin, it.workstation()) ->
          rows.changed(number, it);
      case SiteRecord.SeatChanged it -> foreign(batch, number, it.workstation());
      case SiteRecord.WorkstationChecked it when isOwn(origin, it.workstation()) ->
          rows.checked(number, it);
      case SiteRecord.WorkstationChecked it -> foreign(batch, number, it.workstation());
      case SiteRecord.FaultReported it when isOwn(origin, it.workstation()) -> {
        rows.fault(number, it);
        seats.add(it.workstation());
      }
      case SiteRecord.FaultReported it -> foreign(batch, number, it.workstation());
      case SiteRecord.StaffActed it -> {
        if (it.workstation() == null || isOwn(origin, it.workstation())) {
          staffActs.take(origin, it).ifPresent(premisesOf::add);
        } else {
          foreign(batch, number, it.workstation());
        }
      }
      case SiteRecord.MoodsCounted it -> rows.moods(origin, number, it);
      case SiteRecord.CodeUsed it -> rows.codeUsed(origin, it);
      case SiteRecord.SeatTampered it when isOwn(origin, it.workstation()) -> rows.tampered(it);
      case SiteRecord.SeatTampered it -> foreign(batch, number, it.workstation());
      case SiteRecord.DemandRefused it -> rows.refused(origin, number, it);
      case SiteRecord.TicketClosed it when it.lab() == null || isOwn(origin, it.lab()) ->
          rows.waited(origin, number, it);
      case SiteRecord.TicketClosed it ->
          aside(batch, number, "FOREIGN_LAB", it.lab() + " is not in this building", "");
      case SiteRecord.Unreadable it ->
          aside(batch, number, "UNREADABLE_RECORD", it.why(), it.json());
    }
  }

  private boolean isOwn(RecordRows.Origin origin, LabId id) {
    return premises.lab(id).filter(lab -> lab.building().equals(origin.building())).isPresent();
  }

  private boolean isOwn(RecordRows.Origin origin, WorkstationId workstation) {
    return premises
        .labOf(workstation)
        .filter(lab -> lab.building().equals(origin.building()))
        .isPresent();
  }

  private void foreign(RecordBatch batch, long number, WorkstationId workstation)
      throws SQLException {
    aside(batch, number, "FOREIGN_WORKSTATION", workstation + " is not in this building", "");
  }

  void aside(RecordBatch batch, long number, String fault, String detail, String text)
      throws SQLException {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    asides.add(SetAside.of(now, batch.stream() + "/" + number, fault, detail, payload));
  }
}
