package kafedra.contract.message;

/**
 * The kiosk asks for what changed since the version that it has. It asks after every piece that
 * changed something, the last included: so the controller learns what is known at the site. The
 * answer is a piece without changes when nothing is missing.
 */
public record SyncRequest(ReplicaVersion have) implements Message.FromKiosk {}
