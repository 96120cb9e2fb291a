package kafedra.controller.policy;

import java.util.Set;
import kafedra.contract.id.PersonId;

/** Who is entitled to what. Shown to nobody but whoever sets it. */
public interface Needs {
  /** Answers from memory, since it is asked within the one writer. */
  Set<Need> of(PersonId person);

  /** Makes it just these; returns after the commit. */
  void set(PersonId person, Set<Need> needs);
}
