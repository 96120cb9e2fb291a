package kafedra.controller.postgres;

import kafedra.controller.StoreKind;
import kafedra.controller.booking.BookingStoreContract;

class PostgresBookingStoreIT extends BookingStoreContract {
  PostgresBookingStoreIT() {
    super(StoreKind.POSTGRESQL);
  }
}
