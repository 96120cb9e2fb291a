package kafedra.agent.use;

/** What kind of program is in front: all that is ever told of what a person does. */
public enum ProgramKind {
  BROWSER,
  OFFICE,
  IDE,
  OTHER
}
