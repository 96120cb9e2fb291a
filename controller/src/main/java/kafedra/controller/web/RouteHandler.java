package kafedra.controller.web;

/** Serves a call that has passed the guard. */
@FunctionalInterface
interface RouteHandler {
  /**
   * @throws Problem when it cannot be served
   */
  Reply handle(Call call);
}
