package kafedra.controller.web;

import kafedra.controller.fault.SeatFaults;
import kafedra.controller.fleet.LiveDistrict;
import kafedra.controller.roster.SeatService;

/**
 * What the web speaks for of seats that need a hand.
 *
 * @param live told when the view of a room has changed
 */
public record SeatCare(SeatFaults faults, SeatService service, LiveDistrict live) {}
