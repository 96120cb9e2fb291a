package kafedra.controller.sqlite;

import java.util.List;

/** The controller's schema, in the order in which it grew. Each file runs once; a published one never changes. */
public final class Migrations {
  public static final List<String> ALL = List.of("001-roster.sql", "002-access.sql");

  private Migrations() {}
}
