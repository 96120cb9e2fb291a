package kafedra.controller.roster;

import kafedra.contract.id.SchoolId;

/** Takes roster files into the roster, each as one {@link RosterPlan}. */
public interface RosterImports {
  /** What taking the file in would do now. Keeps nothing. */
  RosterReport preview(RosterSheet.Table sheet, SchoolId school);

  /** Takes the good rows in, all of them in one transaction; returns after the commit. */
  RosterReport apply(RosterSheet.Table sheet, SchoolId school);
}
