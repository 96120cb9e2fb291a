package kafedra.controller;

import java.nio.file.Path;
import java.time.InstantSource;
import kafedra.controller.postgres.PostgresOfTests;

/** The stores that bookings can be kept in; what holds for one must hold for all. */
public enum StoreKind {
  SQLITE,
  POSTGRESQL;

  /** The district in the folder, with its bookings in such a store. */
  public TestDistrict open(Path folder, InstantSource clock) {
    return switch (this) {
      case SQLITE -> new TestDistrict(folder, clock);
      case POSTGRESQL ->
          new TestDistrict(
              folder, clock, TestBookings.OfPostgres.at(PostgresOfTests.database(folder)));
    };
  }
}
