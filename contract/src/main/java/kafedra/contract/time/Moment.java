package kafedra.contract.time;

/**
 * A stamp with the start of the machine that it was made in: what is needed to tell, after a
 * restart, how long ago it was. {@link DeviceClock#passedSince} does.
 */
public record Moment(BootId boot, Stamp stamp) {}
