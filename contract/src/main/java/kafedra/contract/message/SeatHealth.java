package kafedra.contract.message;

/**
 * What an agent says of its machine.
 *
 * @param system operating system and version
 * @param version of the agent
 */
public record SeatHealth(String system, String version, Health health)
    implements Message.FromAgent {}
