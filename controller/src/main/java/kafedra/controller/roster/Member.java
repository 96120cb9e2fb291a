package kafedra.controller.roster;

/** A person with what proves them. */
public record Member(Person person, Credentials credentials) {}
