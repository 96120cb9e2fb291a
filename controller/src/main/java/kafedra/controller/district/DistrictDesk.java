package kafedra.controller.district;

import kafedra.controller.access.StaffStore;
import kafedra.controller.access.StaffStore.Account;
import kafedra.controller.access.StretchedPassword;
import kafedra.controller.access.Stretching;

/** Brings a district into force. The same district twice changes nothing. */
public final class DistrictDesk {
  private final DistrictStore store;
  private final StaffStore staff;
  private final Stretching stretching;

  public DistrictDesk(DistrictStore store, StaffStore staff, Stretching stretching) {
    this.store = store;
    this.staff = staff;
    this.stretching = stretching;
  }

  public void apply(District district) {
    store.replace(
        district,
        district.staff().stream()
            .map(entry -> new Account(entry.staff(), password(entry)))
            .toList());
  }

  private StretchedPassword password(District.StaffEntry entry) {
    return switch (entry.secret()) {
      case District.Stretched given -> given.password();
      case District.Plain plain ->
          staff
              .account(entry.staff().login())
              .map(Account::password)
              .filter(kept -> kept.matches(plain.password(), stretching))
              .orElseGet(() -> StretchedPassword.of(plain.password(), stretching));
    };
  }
}
