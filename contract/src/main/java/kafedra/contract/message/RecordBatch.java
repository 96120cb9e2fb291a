package kafedra.contract.message;

import java.util.List;
import kafedra.contract.id.StreamId;

/**
 * Records of a kiosk's outbox in their order. The receiver takes those that continue what it has,
 * passes over those it has, and answers with {@link RecordAck} after its commit.
 *
 * @param oldest number of the oldest record that the outbox still keeps; a receiver that lacks
 *     older ones will not get them
 * @param first number of the first record here; record {@code i} has number {@code first + i}
 * @param records at most {@value #MOST}; empty asks only for the acknowledgement
 */
public record RecordBatch(StreamId stream, long oldest, long first, List<SiteRecord> records)
    implements Message.FromKiosk {
  /** Records in one batch at the most. */
  public static final int MOST = 500;

  public RecordBatch {
    records = List.copyOf(records);
    if (oldest < 1 || first < oldest) {
      throw new IllegalArgumentException(
          "batch starts at " + first + " while the oldest kept is " + oldest);
    }
    if (records.size() > MOST) {
      throw new IllegalArgumentException(
          "batch of " + records.size() + " records; " + MOST + " is the most");
    }
  }
}
