package kafedra.contract.message;

/** One item of the replica that came, changed or went. */
public sealed interface ReplicaChange {
  /** Names the item, unique within the replica: {@code person/p-0012}. */
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
