package kafedra.kiosk.desk;

import java.util.Optional;
import kafedra.kiosk.session.Refusal;

/** Where views are pushed to. Never blocks. */
public interface Screen {
  void show(SiteView site);

  void show(Optional<VisitView> visit);

  /** A card at a reader was refused: no request waits for that answer, so the screen must tell. */
  void show(Refusal refusal);
}
