package kafedra.controller.session;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;

/** The sessions that were reported. */
public interface Sessions {
  Optional<Session> find(SessionId id);

  /** Those of the given sessions whose start is known. */
  Map<SessionId, Instant> starts(Collection<SessionId> ids);

  /**
   * Sessions of people who have several that run now, of each person the newest first. Only those
   * whose start a believable clock told.
   */
  List<Session> doubled(Instant now);

  /** The person's sessions, newest first. */
  List<Session> ofPerson(PersonId person, int most);
}
