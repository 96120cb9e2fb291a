package kafedra.controller.web;

import java.time.InstantSource;
import java.util.List;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem.Service;
import kafedra.controller.access.AuditLog;
import kafedra.controller.access.StaffRole;
import kafedra.controller.roster.Lab;
import org.jspecify.annotations.Nullable;

/** Seats out of service, and faults that were looked at. */
final class SeatResource {
  private static final Access CARERS = Access.of(StaffRole.LIBRARIAN, StaffRole.SYSADMIN);

  private record ServiceBody(@Nullable String service) {}

  private record ServiceView(WorkstationId workstation, Service service) {}

  private record FixedView(WorkstationId workstation, int closed) {}

  private final SeatCare care;
  private final AuditLog audit;
  private final InstantSource clock;

  SeatResource(SeatCare care, AuditLog audit, InstantSource clock) {
    this.care = care;
    this.audit = audit;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.json(
            Route.Method.PUT, "/workstations/{workstation}/service", CARERS, this::setService),
        Route.change(Route.Method.POST, "/workstations/{workstation}/fixed", CARERS, this::fixed));
  }

  private Reply setService(Call call) {
    WorkstationId seat = seat(call);
    Service service = Fields.word("service", call.body(ServiceBody.class).service(), Service.class);
    care.service().set(seat, service);
    audit.note(call.staff().login(), "seat-service", seat.value(), service.name());
    changed(call, seat);
    return Reply.ok(new ServiceView(seat, service));
  }

  private Reply fixed(Call call) {
    WorkstationId seat = seat(call);
    int closed = care.faults().fixed(seat, call.staff().login(), clock.instant());
    audit.note(call.staff().login(), "seat-fixed", seat.value(), closed + " reports");
    changed(call, seat);
    return Reply.ok(new FixedView(seat, closed));
  }

  private static WorkstationId seat(Call call) {
    WorkstationId seat = call.pathId("workstation", WorkstationId::new);
    Lab _ = call.seen(call.premises().labOf(seat), Lab::school);
    return seat;
  }

  private void changed(Call call, WorkstationId seat) {
    call.premises().labOf(seat).map(Lab::id).ifPresent(care.live()::changed);
  }
}
