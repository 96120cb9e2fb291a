package kafedra.contract.message;

/**
 * Everything that travels over MQTT. {@code codec} writes it as one JSON object with the schema
 * version {@code v} and the type {@code t}.
 */
public sealed interface Message {
  /** From a kiosk to the controller, over the district broker. */
  sealed interface FromKiosk extends Message
      permits RecordBatch,
          SeatState,
          QueueState,
          HelpCalls,
          KioskState,
          Presence,
          SyncRequest,
          CommandReply {}

  /** From the controller to a kiosk, over the district broker. */
  sealed interface ToKiosk extends Message
      permits RecordAck, SyncHead, SyncChanges, Command, FreeElsewhere {}

  /** From a lab agent to its kiosk, over the site broker. */
  sealed interface FromAgent extends Message
      permits SeatReport, SeatHealth, SeatReply, AgentPresence {}

  /** From a kiosk to a lab agent, over the site broker. */
  sealed interface ToAgent extends Message permits SeatOrder, SeatCommand {}
}
