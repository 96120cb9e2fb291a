package kafedra.provisioning.demo;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;

/**
 * Brings a new district's people in: rosters through the importer, then cards and PINs. Repeating
 * it changes nothing.
 */
public final class DistrictOpening {
  private final Office office;
  private final Consumer<Taken> listener;

  /**
   * One school's roster is in.
   *
   * @param school whose
   */
  public record Taken(SchoolId school, Office.Imported rows) {}

  /**
   * @param office of somebody who may import rosters and give out cards in every school
   */
  public DistrictOpening(Office office, Consumer<Taken> listener) {
    this.office = office;
    this.listener = listener;
  }

  /**
   * @param rosters the files as the schools sent them
   */
  public void open(Map<SchoolId, byte[]> rosters, List<CardHolder> holders) {
    rosters.forEach((school, csv) ->
        listener.accept(new Taken(school, office.importRoster(school, csv, Office.Mode.APPLY))));
    holders.forEach(this::equip);
  }

  private void equip(CardHolder holder) {
    PersonId person =
        office
            .findPerson(holder.school(), holder.fullName(), holder.schoolClass())
            .orElseThrow(() ->
                new IllegalStateException(
                    "the card list names somebody of class "
                        + holder.schoolClass()
                        + " whom the roster of "
                        + holder.school()
                        + " does not have. Maybe the importer rejected the row."));
    office.setCredentials(person, holder.card(), holder.pin());
  }
}
