package kafedra.contract.message;

/** The kiosk asks for what changed since the version that it has. */
public record SyncRequest(ReplicaVersion have) implements Message.FromKiosk {}
