package kafedra.contract.message;

/**
 * The newest version of the kiosk's replica: retained, so that a kiosk that returns learns at once
 * whether it is behind.
 */
public record SyncHead(ReplicaVersion version) implements Message.ToKiosk {}
