package kafedra.controller.access;

/** A language that the pages speak. */
public enum Language {
  RU,
  EN
}
