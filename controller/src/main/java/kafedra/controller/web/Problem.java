package kafedra.controller.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Conflict;
import org.jspecify.annotations.Nullable;

/** A request cannot be served. Thrown by handlers, answered as problem details (RFC 9457). */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient Object[] words;
  private final transient Extra extra;

  /**
   * What some problems tell besides.
   *
   * @param field parameter, field or column at fault
   * @param free seats that there are
   * @param wanted seats that were asked for
   * @param faults everything that is wrong, where there can be much
   * @param reasons every reason against a booking, the one of the problem first
   * @param current a booking as somebody else has changed it meanwhile
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Extra(
      @Nullable String field,
      @Nullable Integer free,
      @Nullable Integer wanted,
      @Nullable List<ConflictView> conflicts,
      @Nullable List<TimeSlot> suggestions,
      @Nullable List<Refusals.ReasonView> reasons,
      @Nullable BookingView current,
      @Nullable List<Fault> faults) {
    static final Extra NOTHING = new Extra(null, null, null, null, null, null, null, null);

    static Extra ofField(String field) {
      return new Extra(field, null, null, null, null, null, null, null);
    }

    static Extra ofBooking(BookingView current) {
      return new Extra(null, null, null, null, null, null, current, null);
    }

    static Extra ofFaults(List<Fault> faults) {
      return new Extra(
          faults.getFirst().field(), null, null, null, null, null, null, List.copyOf(faults));
    }
  }

  /** A booking in the way, without names. */
  record ConflictView(String booking, @Nullable String workstation, TimeSlot slot) {
    static ConflictView of(Conflict conflict) {
      return new ConflictView(
          conflict.booking().value(),
          conflict.workstation() == null ? null : conflict.workstation().value(),
          conflict.slot());
    }
  }

  /**
   * One of many things that are wrong.
   *
   * @param text in the caller's language
   */
  record Fault(String field, String text) {}

  private Problem(ProblemCode code, Extra extra, Object... words) {
    super(code.text(), null, false, false);
    this.code = code;
    this.extra = extra;
    this.words = words;
  }

  /**
   * @param words for the places in the problem's detail
   */
  static Problem of(ProblemCode code, Object... words) {
    return new Problem(code, Extra.NOTHING, words);
  }

  /** Of one parameter, field or column; its name is the detail's first word. */
  static Problem at(ProblemCode code, String field, Object... words) {
    Object[] all = new Object[words.length + 1];
    all[0] = field;
    System.arraycopy(words, 0, all, 1, words.length);
    return new Problem(code, Extra.ofField(field), all);
  }

  /** With everything that is wrong; the first field is named as the problem's own. */
  static Problem faulty(ProblemCode code, List<Fault> faults) {
    return with(code, Extra.ofFaults(faults), faults.size());
  }

  static Problem with(ProblemCode code, Extra extra, Object... words) {
    return new Problem(code, extra, words);
  }

  ProblemCode code() {
    return code;
  }

  Extra extra() {
    return extra;
  }

  Object[] words() {
    return words.clone();
  }
}
