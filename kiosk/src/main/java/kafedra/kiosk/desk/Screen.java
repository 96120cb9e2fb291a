package kafedra.kiosk.desk;

import java.util.Optional;

/** Where views are pushed to. Never blocks. */
public interface Screen {
  void show(SiteView site);

  void show(Optional<VisitView> visit);
}
