package kafedra.kiosk.signin;

import java.util.Optional;
import kafedra.contract.id.PersonId;

/** A new card that staff wait for, to be somebody's. For the desk's thread alone. */
public final class CardToCome {
  /**
   * @param token of the staff's visit; without that visit nothing is awaited
   * @param person whose card it is to be
   */
  public record Awaited(String token, PersonId staff, PersonId person) {}

  private Optional<Awaited> awaited = Optional.empty();

  public void await(Awaited card) {
    awaited = Optional.of(card);
  }

  /** Whatever was awaited, which is awaited no more. */
  public Optional<Awaited> take() {
    Optional<Awaited> taken = awaited;
    awaited = Optional.empty();
    return taken;
  }

  /** Whose card this visit waits for. */
  public Optional<PersonId> in(String token) {
    return awaited.filter(it -> it.token().equals(token)).map(Awaited::person);
  }
}
