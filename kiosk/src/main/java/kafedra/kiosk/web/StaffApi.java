package kafedra.kiosk.web;

import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem.Service;
import kafedra.kiosk.desk.DeskThread;
import kafedra.kiosk.desk.StaffDesk;

/** What the staff screen asks, handed to the staff's desk. Each method may block. */
final class StaffApi {
  private final DeskThread thread;
  private final StaffDesk desk;

  StaffApi(Desks desks) {
    this.thread = desks.thread();
    this.desk = desks.staff();
  }

  Reply end(Fields body) {
    String token = body.text("token");
    WorkstationId seat = seat(body, "seat");
    return Api.reply(thread.call(() -> desk.end(token, seat)));
  }

  Reply move(Fields body) {
    String token = body.text("token");
    WorkstationId from = seat(body, "seat");
    WorkstationId to = seat(body, "to");
    return Api.reply(thread.call(() -> desk.move(token, from, to)));
  }

  Reply serve(Fields body) {
    String token = body.text("token");
    WorkstationId seat = seat(body, "seat");
    Service service = body.word("service", Service.class);
    return Api.reply(thread.call(() -> desk.serve(token, seat, service)));
  }

  Reply awaitCard(Fields body) {
    String token = body.text("token");
    String number = body.text("number");
    return Api.reply(thread.call(() -> desk.awaitCard(token, number)));
  }

  Reply awaitNoCard(Fields body) {
    String token = body.text("token");
    return Api.reply(thread.call(() -> desk.awaitNoCard(token)));
  }

  private static WorkstationId seat(Fields body, String name) {
    return Fields.id(name, body.text(name), WorkstationId::new);
  }
}
