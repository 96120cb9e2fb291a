package kafedra.controller.district;

import java.util.List;
import kafedra.controller.access.StaffStore.Account;

/** Where the district is kept. */
public interface DistrictStore {
  /**
   * Makes the district what is given, in one transaction. What is no longer in it is hidden, not
   * erased; accounts that are gone can no longer sign in.
   */
  void replace(District district, List<Account> accounts);
}
