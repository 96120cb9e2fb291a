package kafedra.controller.sqlite;

import kafedra.controller.StoreKind;
import kafedra.controller.booking.BookingStoreContract;

class SqliteBookingStoreIT extends BookingStoreContract {
  SqliteBookingStoreIT() {
    super(StoreKind.SQLITE);
  }
}
