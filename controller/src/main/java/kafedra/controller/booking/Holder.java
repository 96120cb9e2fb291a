package kafedra.controller.booking;

import kafedra.contract.id.GroupId;
import kafedra.contract.id.PersonId;

/** For whom a booking is. */
public sealed interface Holder {
  /** Of a booking that keeps seats from everybody, or for whoever comes to an event. */
  Holder NOBODY = new Nobody();

  /** One person, who can have one booking at a time in the whole district. */
  record OfPerson(PersonId person) implements Holder {}

  /** Any members of a group, one per seat. */
  record OfGroup(GroupId group) implements Holder {}

  /** Nobody of the roster: maintenance, or an event for guests. */
  record Nobody() implements Holder {}
}
