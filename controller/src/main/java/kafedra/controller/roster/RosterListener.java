package kafedra.controller.roster;

/**
 * Hears of changes after they are committed, on the thread that made them: it notes them and
 * returns.
 */
@FunctionalInterface
public interface RosterListener {
  void changed(RosterChange change);
}
