package kafedra.contract.message;

/**
 * One item of the replica that came, changed or went.
 *
 * @param key names the item, unique within the replica: {@code person/p-0012}
 */
public sealed interface ReplicaChange {
  String key();

  /** The item is now this. */
  record Put(ReplicaItem item) implements ReplicaChange {
    @Override
    public String key() {
      return item.key();
    }
  }

  /** The item is gone. */
  record Gone(String key) implements ReplicaChange {}
}
