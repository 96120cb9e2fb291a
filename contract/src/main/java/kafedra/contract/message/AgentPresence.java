package kafedra.contract.message;

/** Whether an agent is connected to its kiosk: retained, and left as its last will. */
public record AgentPresence(Reach reach) implements Message.FromAgent {}
