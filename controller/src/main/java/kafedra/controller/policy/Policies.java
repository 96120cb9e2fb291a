package kafedra.controller.policy;

import java.time.Instant;
import kafedra.contract.id.SchoolId;

/** Where the rules of the schools are kept. */
public interface Policies {
  /** As they are now; answers from memory, since it is asked within the one writer. */
  PolicySettings of(SchoolId school);

  /**
   * Sets a school's rules, if nobody did since the version that they were made from. Every version
   * is kept. Returns after the commit.
   *
   * @param wanted with the version that was read
   * @param by login of who sets them
   */
  Saving save(PolicySettings wanted, String by, Instant at);

  /** What came of setting rules. */
  sealed interface Saving {
    /** They hold, one version on. */
    record Saved(PolicySettings settings) implements Saving {}

    /** Somebody was faster; nothing changed. */
    record Outdated(PolicySettings current) implements Saving {}
  }
}
