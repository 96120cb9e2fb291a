package kafedra.controller.replica;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.group;
import static kafedra.controller.booking.BookingFixture.lesson;
import static kafedra.controller.booking.BookingFixture.person;
import static kafedra.controller.booking.BookingFixture.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.message.LessonLink;
import kafedra.contract.message.ReplicaChange;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.message.ReplicaItem.PinVerifier;
import kafedra.contract.message.ReplicaVersion;
import kafedra.contract.message.SyncChanges;
import kafedra.contract.message.SyncHead;
import kafedra.contract.message.SyncRequest;
import kafedra.contract.time.MovableClock;
import kafedra.controller.TestDistrict;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingFixture;
import kafedra.controller.booking.BookingOutcome;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.Online;
import kafedra.controller.booking.Terms;
import kafedra.controller.files.NormFile;
import kafedra.controller.policy.Force;
import kafedra.controller.policy.Need;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.policy.PolicyNumber;
import kafedra.controller.policy.PolicySettings;
import kafedra.controller.roster.Building;
import kafedra.controller.roster.Credentials;
import kafedra.controller.roster.KioskAccount;
import kafedra.controller.sqlite.SqliteEntryCodes;
import kafedra.controller.sqlite.SqliteNeeds;
import kafedra.controller.sqlite.SqliteReplicaStore;
import kafedra.controller.sqlite.SqliteScreenTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicaDeskIT {
  private final MovableClock clock = new MovableClock(MONDAY_10);
  private final Deque<SyncHead> heads = new ArrayDeque<>();
  private final Deque<SyncChanges> pieces = new ArrayDeque<>();
  private final Site site = new Site();
  private TestDistrict district;
  private ReplicaContents contents;
  private ReplicaDesk desk;

  /** What a kiosk does with pieces. */
  private static final class Site {
    final Map<String, ReplicaItem> items = new HashMap<>();
    ReplicaVersion have = ReplicaVersion.NONE;
    int replacements;

    void take(SyncChanges piece) {
      if (piece.from().number() == 0) {
        items.clear();
        replacements++;
      } else if (!piece.from().equals(have)) {
        return;
      }
      for (ReplicaChange change : piece.changes()) {
        switch (change) {
          case ReplicaChange.Put put -> items.put(put.key(), put.item());
          case ReplicaChange.Gone gone -> items.remove(gone.key());
        }
      }
      have = piece.to();
    }
  }

  private static final class NoVerification implements Verification {
    @Override
    public @Nullable PinVerifier pin(KioskAccount building, Credentials credentials) {
      return null;
    }

    @Override
    public List<String> cards(KioskAccount building, Credentials credentials) {
      return List.of();
    }
  }

  private final ReplicaSender sender =
      new ReplicaSender() {
        @Override
        public boolean head(KioskId kiosk, SyncHead head) {
          if (kiosk.equals(TestDistrict.K1)) {
            heads.add(head);
          }
          return true;
        }

        @Override
        public void changes(KioskId kiosk, SyncChanges changes) {
          pieces.add(changes);
        }
      };

  @BeforeEach
  void open(@TempDir Path folder) {
    district = new TestDistrict(folder, clock);
    people(101, 250);
    contents =
        new ReplicaContents(
            district.roster,
            district.calendar,
            district.bookings,
            new NoVerification(),
            new SqliteNeeds(district.readers, district.writer),
            screens(),
            codes(),
            district.policies);
    start();
  }

  private SqliteEntryCodes codes() {
    return new SqliteEntryCodes(district.readers, district.writer, district.changes);
  }

  private ScreenItems screens() {
    return new ScreenItems(
        district.policies, NormFile.ofRussia(), new SqliteScreenTime(district.readers));
  }

  /** As at a start of the program. */
  private void start() {
    desk =
        new ReplicaDesk(
            district.roster,
            contents,
            new SqliteReplicaStore(
                district.readers, district.writer, district.codec, clock.instant()),
            sender,
            clock);
    desk.noteAll();
    desk.tick();
  }

  @AfterEach
  void close() {
    district.close();
  }

  private void people(int from, int to) {
    int _ =
        district.writer.write(connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  INSERT INTO person (id, school_id, username, first_name, last_name, role, search)
                  VALUES (?1, 's1', ?1, 'Имя', 'Фамилия', 'PUPIL', '')
                  """)) {
            for (int i = from; i <= to; i++) {
              insert.setString(1, "p" + i);
              insert.executeUpdate();
            }
          }
          return to - from;
        });
  }

  private SyncChanges ask() {
    desk.asked(TestDistrict.K1, new SyncRequest(site.have));
    return pieces.removeLast();
  }

  @Test
  void fillsAnAnswerWithoutChangesAsItIsAskedToAndNoOther() {
    desk.asked(TestDistrict.K1, new SyncRequest(site.have, 1_000));
    assertThat(pieces.removeLast().filling()).isNull();

    follow();
    desk.asked(TestDistrict.K1, new SyncRequest(site.have, 1_000));
    assertThat(pieces.removeLast().filling()).hasSize(1_000);
  }

  private void follow() {
    for (int i = 0; i < 50; i++) {
      SyncChanges piece = ask();
      site.take(piece);
      if (piece.changes().isEmpty()) {
        return;
      }
    }
    throw new AssertionError("does not come to an end at " + site.have);
  }

  private Map<String, ReplicaItem> wanted() {
    Building building = district.roster.premises().building(TestDistrict.B1).orElseThrow();
    return contents.of(building, clock.instant());
  }

  private Booking book(String id, String who, int hour) {
    BookingOutcome outcome = district.bookings.place(wish(id, person(who), any(1), lesson(hour)));
    desk.note(TestDistrict.B1);
    return ((BookingOutcome.Placed) outcome).booking();
  }

  @Test
  void handsOutInPiecesAndGoesOnAfterACut() {
    site.take(ask());
    assertThat(site.items).hasSize(SyncChanges.MOST);
    SyncChanges lost = ask();
    SyncChanges again = ask();
    assertThat(again.from()).isEqualTo(lost.from()).isEqualTo(site.have);
    follow();
    assertThat(site.items).isEqualTo(wanted()).hasSizeGreaterThan(200);
    assertThat(site.replacements).isEqualTo(1);
    assertThat(site.have).isEqualTo(heads.getLast().version());
  }

  @Test
  void sendsOnlyWhatChanged() {
    follow();
    Booking _ = book("b-1", "p1", 1);
    desk.tick();
    SyncChanges piece = ask();
    assertThat(piece.changes()).extracting(ReplicaChange::key).containsExactly("booking/b-1");
    assertThat(heads.getLast().version()).isEqualTo(piece.to());
    site.take(piece);
    BookingFixture.cancel(district.bookings, "b-1");
    desk.note(TestDistrict.B1);
    desk.tick();
    assertThat(ask().changes()).containsExactly(new ReplicaChange.Gone("booking/b-1"));
  }

  @Test
  void tellsTheSiteWhichLessonASeatIsToOpenAndNoAddressThatIsNone() {
    online("b-1", "https://courses.example/7", 1);
    online("b-2", "http://courses.example/8", 3);
    follow();

    assertThat(site.items.values())
        .filteredOn(ReplicaItem.Booking.class::isInstance)
        .extracting(ReplicaItem::key, it -> ((ReplicaItem.Booking) it).link())
        .containsExactlyInAnyOrder(
            tuple("booking/b-1", new LessonLink("https://courses.example/7")),
            tuple("booking/b-2", null));
  }

  private void online(String id, String link, int hour) {
    BookingWish plain = wish(id, person("p" + hour), any(1), lesson(hour));
    Terms terms = new Terms(new Online(link, 0, Online.Screens.EACH_SEAT), null, null, null);
    var _ =
        district.bookings.place(
            new BookingWish(
                plain.id(),
                plain.holder(),
                plain.lab(),
                plain.seats(),
                plain.slot(),
                plain.purpose(),
                plain.label(),
                plain.madeBy(),
                terms));
    desk.note(TestDistrict.B1);
    desk.tick();
  }

  @Test
  void tellsTheSiteTheNormAndWhatItsPeopleUsedElsewhereToday() {
    sat("s-here", TestDistrict.K1, "p1", MONDAY_10, Duration.ofMinutes(11));
    KioskId other = new KioskId("k2");
    sat("s-there", other, "p1", MONDAY_10, Duration.ofSeconds(1_230));
    sat("s-again", other, "p1", MONDAY_10.plus(Duration.ofHours(1)), Duration.ofMinutes(5));
    sat("s-before", other, "p2", MONDAY_10.minus(Duration.ofDays(1)), Duration.ofMinutes(9));
    sat("s-stranger", other, "q9", MONDAY_10, Duration.ofMinutes(9));
    desk.noteAll();
    desk.tick();
    follow();

    assertThat(site.items.values())
        .filteredOn(ReplicaItem.UsedElsewhere.class::isInstance)
        .containsExactly(
            new ReplicaItem.UsedElsewhere(
                new PersonId("p1"), LocalDate.of(2026, 11, 23), Duration.ofMinutes(25)));
    assertThat(site.items.get("norm"))
        .isInstanceOfSatisfying(
            ReplicaItem.ScreenNorm.class,
            norm -> {
              assertThat(norm.rest()).isEqualTo(Duration.ofMinutes(10));
              assertThat(norm.limits())
                  .hasSize(11)
                  .contains(
                      new ReplicaItem.ScreenLimit(
                          7, Duration.ofMinutes(30), Duration.ofMinutes(60)));
              assertThat(norm.sitting()).isEqualTo(ReplicaItem.Holding.TOLD);
              assertThat(norm.day()).isEqualTo(ReplicaItem.Holding.HELD);
            });
  }

  @Test
  void tellsTheSiteTheCodesThatWorkThereAndWhatItsGroupsAreCalled() {
    ReplicaItem.EntryCode code =
        new ReplicaItem.EntryCode("c0de", new PersonId("p1"), MONDAY_10.plus(Duration.ofHours(1)));
    assertThat(codes().add(TestDistrict.B1, code, "lib", MONDAY_10)).isTrue();
    assertThat(codes().add(TestDistrict.B1, code, "lib", MONDAY_10)).isFalse();
    var _ = district.bookings.place(wish("b-1", group("g1"), any(3), lesson(1)));
    desk.note(TestDistrict.B1);
    desk.tick();
    follow();

    assertThat(site.items.get("code/c0de")).isEqualTo(code);
    assertThat(site.items.get("group/g1")).isInstanceOf(ReplicaItem.Group.class);
    clock.pass(Duration.ofHours(1));
    desk.note(TestDistrict.B1);
    desk.tick();
    follow();
    assertThat(site.items).doesNotContainKey("code/c0de");
  }

  private void sat(String id, KioskId kiosk, String who, Instant from, Duration active) {
    int _ =
        district.writer.write(connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  INSERT INTO session (id, kiosk, building, school, person, started_at, active_ms)
                  VALUES (?, ?, 'b', 's', ?, ?, ?)
                  """)) {
            insert.setString(1, id);
            insert.setString(2, kiosk.value());
            insert.setString(3, who);
            insert.setLong(4, from.toEpochMilli());
            insert.setLong(5, active.toMillis());
            return insert.executeUpdate();
          }
        });
  }

  @Test
  void nothingIsSaidWhereNothingChanged() {
    heads.clear();
    desk.noteAll();
    desk.tick();
    assertThat(heads).isEmpty();
  }

  @Test
  void knowsWhatTheSiteKnows() {
    follow();
    Booking booking = book("b-1", "p1", 1);
    assertThat(desk.knows(booking)).isFalse();
    desk.tick();
    assertThat(desk.knows(booking)).isFalse();
    follow();
    assertThat(desk.knows(booking)).isTrue();
  }

  @Test
  void aKioskOfAnotherEpochTakesEverythingAgain() {
    follow();
    site.have = new ReplicaVersion("another", 17);
    follow();
    assertThat(site.replacements).isEqualTo(2);
    assertThat(site.items).isEqualTo(wanted());
  }

  @Test
  void aKioskThatFellBackTakesEverythingAgain() {
    site.take(ask());
    ReplicaVersion early = site.have;
    follow();
    site.have = early;
    follow();
    assertThat(site.replacements).isEqualTo(2);
    assertThat(site.items).isEqualTo(wanted());
  }

  @Test
  void aKioskThatHeardOfALostFutureTakesEverythingAgain() {
    follow();
    ReplicaVersion lost = new ReplicaVersion(site.have.epoch(), site.have.number() + 3);
    clock.pass(Duration.ofHours(1));
    start(); // from a copy of the database that never gave out that number
    Booking _ = book("b-1", "p1", 1);
    desk.tick();
    site.have = lost;
    follow();
    assertThat(site.replacements).isEqualTo(2);
    assertThat(site.items).isEqualTo(wanted());
  }

  @Test
  void aRestartSendsNothingAgain() {
    follow();
    clock.pass(Duration.ofHours(1));
    start();
    assertThat(ask().changes()).isEmpty();
    assertThat(site.replacements).isEqualTo(1);
  }

  @Test
  void forgetsWhatWentOnceTheSiteKnows() {
    follow();
    Booking _ = book("b-1", "p1", 1);
    desk.tick();
    follow();
    BookingFixture.cancel(district.bookings, "b-1");
    desk.note(TestDistrict.B1);
    desk.tick();
    desk.forgetGone(clock.instant().plus(Duration.ofDays(1)));
    assertThat(district.number("SELECT count(*) FROM replica_item WHERE hash IS NULL"))
        .isEqualTo(1);
    follow();
    int _ = district.writer.write(connection -> 0); // after what the site said was written
    desk.forgetGone(clock.instant().plus(Duration.ofDays(1)));
    assertThat(district.number("SELECT count(*) FROM replica_item WHERE hash IS NULL")).isZero();
  }

  @RepeatedTest(3)
  void endsWholeWhateverIsLostRepeatedAndChanged(RepetitionInfo repetition) {
    long seed = 31L * repetition.getCurrentRepetition();
    Random random = new Random(seed);
    SyncChanges last = ask();
    for (int step = 0; step < 120; step++) {
      switch (random.nextInt(6)) {
        case 0 -> {
          var _ =
              district.bookings.place(
                  wish(
                      "b-" + step,
                      person("p" + (1 + random.nextInt(50))),
                      any(1),
                      lesson(random.nextInt(9))));
          desk.note(TestDistrict.B1);
        }
        case 1 -> {
          cancelIfThere("b-" + random.nextInt(Math.max(1, step)));
          desk.note(TestDistrict.B1);
        }
        case 2 -> desk.tick();
        case 3 -> last = ask(); // and the answer is lost
        case 4 -> site.take(last); // late or twice
        default -> {
          last = ask();
          site.take(last);
        }
      }
    }
    desk.tick();
    follow();
    assertThat(site.items).as("seed " + seed).isEqualTo(wanted());
  }

  private void cancelIfThere(String id) {
    if (district.bookings.find(new BookingId(id)).isPresent()) {
      var _ = BookingFixture.cancel(district.bookings, id);
    }
  }

  @Test
  void tellsTheKioskWhoWaitsLessAndNotWhy() {
    SqliteNeeds needs = new SqliteNeeds(district.readers, district.writer);
    needs.set(new PersonId("p1"), Set.of(Need.PRIORITY));
    needs.set(new PersonId("p2"), Set.of(Need.ACCESSIBLE_SEAT));
    var items =
        new ReplicaContents(
                district.roster,
                district.calendar,
                district.bookings,
                new NoVerification(),
                needs,
                screens(),
                codes(),
                district.policies)
            .of(
                district.roster.premises().building(TestDistrict.B1).orElseThrow(),
                clock.instant());
    assertThat(items.get("person/p1"))
        .isInstanceOfSatisfying(
            ReplicaItem.Person.class,
            it -> assertThat(it.priority()).isEqualTo(ReplicaItem.Priority.SHORTER_WAIT));
    assertThat(items.get("person/p2"))
        .isInstanceOfSatisfying(ReplicaItem.Person.class, it -> assertThat(it.priority()).isNull());
  }

  @Test
  void tellsTheKioskWhatTheSchoolOwesToThoseWhoWait() {
    district.changes.onChange(change -> desk.noteSchools(change.schools()));
    follow();
    heads.clear();
    PolicySettings settings =
        PolicySettings.usual(new SchoolId("s1"))
            .with(PolicyNumber.QUEUE_STOPS, 2)
            .with(PolicyName.CALL_RELEASE, Force.OFF);
    var _ = district.policies.save(settings, "lib1", clock.instant());
    desk.tick();

    assertThat(heads).as("the kiosk is told that there is something").isNotEmpty();
    follow();
    assertThat(site.items.get("rules"))
        .isInstanceOfSatisfying(
            ReplicaItem.Rules.class,
            it -> assertThat(it.turns()).isEqualTo(new ReplicaItem.Turns(2, null)));
  }
}
