package kafedra.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import kafedra.contract.codec.MessageCodec;
import kafedra.contract.message.ReplicaChange;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaVersion;
import kafedra.contract.message.SyncChanges;
import kafedra.contract.outbox.Outbox;
import kafedra.contract.secret.Pepper;
import kafedra.contract.sqlite.SqliteFile;
import kafedra.contract.sqlite.SqliteReaders;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.kiosk.journal.Change;
import kafedra.kiosk.sqlite.SqliteJournal;
import kafedra.kiosk.upkeep.Troubles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody has who steals the kiosk's database alone. */
class PepperedProofsIT {
  @TempDir Path folder;

  private final Pepper pepper = Pepper.random();

  private List<ReplicaItem> stolen() {
    MessageCodec codec = new MessageCodec();
    try (SqliteFile file =
            SqliteFile.open(
                folder.resolve("kiosk.db"), SqliteJournal.class, SqliteJournal.MIGRATIONS);
        SqliteReaders readers = new SqliteReaders(file, 1);
        SqliteWriter writer = new SqliteWriter(file, "writer")) {
      SqliteJournal journal =
          new SqliteJournal(writer, readers, new Outbox(codec), codec, new Troubles(), () -> {});
      ReplicaVersion version = new ReplicaVersion("e", 1);
      journal.commit(
          List.of(
              new Change.ReplicaChanged(
                  new SyncChanges(
                      new ReplicaVersion("e", 0),
                      version,
                      version,
                      Instant.EPOCH,
                      DemoBuilding.items(pepper).stream()
                          .<ReplicaChange>map(ReplicaChange.Put::new)
                          .toList()))));
      return journal.replica();
    }
  }

  private static ReplicaItem.Person anya(List<ReplicaItem> replica) {
    return replica.stream()
        .filter(ReplicaItem.Person.class::isInstance)
        .map(ReplicaItem.Person.class::cast)
        .filter(it -> it.id().equals(DemoBuilding.ANYA))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void holdsNeitherThePepperNorANumberThatCouldBeTyped() throws IOException {
    var _ = stolen();
    String bytes =
        Files.readString(folder.resolve("kiosk.db"), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    String raw = new String(HexFormat.of().parseHex(pepper.toHex()), StandardCharsets.ISO_8859_1);

    assertThat(bytes)
        .contains(DemoBuilding.ANYAS_NUMBER)
        .doesNotContain(pepper.toHex().toLowerCase(Locale.ROOT))
        .doesNotContain(raw.toLowerCase(Locale.ROOT))
        .doesNotContain(DemoBuilding.ANYAS_CARD.toLowerCase(Locale.ROOT));
  }

  @Test
  void provesNothingWithoutTheBuildingsPepper() {
    ReplicaItem.Person anya = anya(stolen());
    PepperedProofs ours = new PepperedProofs(pepper);
    PepperedProofs theirs = new PepperedProofs(Pepper.random());

    assertThat(anya.pin()).isNotNull();
    assertThat(ours.matches(anya.pin(), DemoBuilding.ANYAS_PIN)).isTrue();
    assertThat(theirs.matches(anya.pin(), DemoBuilding.ANYAS_PIN)).isFalse();
    assertThat(anya.cards()).contains(ours.card(DemoBuilding.ANYAS_CARD));
    assertThat(anya.cards()).doesNotContain(theirs.card(DemoBuilding.ANYAS_CARD));
  }
}
