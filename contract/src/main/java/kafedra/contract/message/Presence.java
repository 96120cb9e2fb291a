package kafedra.contract.message;

/** Whether a kiosk is connected: retained, and left as its last will. */
public record Presence(Reach reach) implements Message.FromKiosk {}
