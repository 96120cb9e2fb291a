package kafedra.controller.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kafedra.contract.sqlite.SqliteWriter;
import kafedra.controller.access.Grant;
import kafedra.controller.access.StaffStore.Account;
import kafedra.controller.calendar.Agreement;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.district.District;
import kafedra.controller.district.DistrictStore;
import kafedra.controller.roster.Building;
import kafedra.controller.roster.KioskAccount;
import kafedra.controller.roster.Premises;
import kafedra.controller.roster.RosterChanges;
import kafedra.controller.roster.School;

/** Writes a whole district in one transaction. */
public final class SqliteDistrictStore implements DistrictStore {
  private final SqliteWriter writer;
  private final RosterChanges changes;

  public SqliteDistrictStore(SqliteWriter writer, RosterChanges changes) {
    this.writer = writer;
    this.changes = changes;
  }

  @Override
  public void replace(District district, List<Account> accounts) {
    writer.write(db -> {
      for (String table : List.of("school", "building", "lab", "workstation")) {
        Rows.change(db, "UPDATE " + table + " SET present = 0");
      }
      schools(db, district);
      rooms(db, district.premises());
      plans(db, district);
      SqliteSeatRules.replace(db, district.seatRules());
      staff(db, accounts);
      return district.name();
    });
    changes.announce(
        district.premises().schools().stream().map(School::id).collect(Collectors.toSet()));
  }

  private static void schools(Connection db, District district) throws SQLException {
    Rows.change(db, "DELETE FROM bell");
    for (SchoolCalendar calendar : district.calendars()) {
      School school = district.premises().school(calendar.school()).orElseThrow();
      Rows.change(
          db,
          """
          INSERT INTO school VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
          ON CONFLICT (id) DO UPDATE SET name = excluded.name, zone = excluded.zone,
            walk_in_s = excluded.walk_in_s, extension_s = excluded.extension_s,
            longest_s = excluded.longest_s, grace_s = excluded.grace_s, opens = excluded.opens,
            closes = excluded.closes, present = 1
          """,
          school.id().value(),
          school.name(),
          school.zone().getId(),
          calendar.rules().walkIn().toSeconds(),
          calendar.rules().extension().toSeconds(),
          calendar.rules().longest().toSeconds(),
          calendar.rules().grace().toSeconds(),
          calendar.rules().opens().toString(),
          calendar.rules().closes().toString());
      for (var bell : calendar.bells()) {
        Rows.change(
            db,
            "INSERT INTO bell VALUES (?, ?, ?, ?, ?)",
            school.id().value(),
            bell.day().getValue(),
            bell.lesson(),
            bell.start().toString(),
            bell.end().toString());
      }
    }
  }

  private static void plans(Connection db, District district) throws SQLException {
    for (District.FilePlan plan : district.plans()) {
      String school = plan.school().value();
      boolean known =
          Rows.find(db, "SELECT file FROM calendar WHERE school = ?", it -> it.getString(1), school)
              .filter(plan.text()::equals)
              .isPresent();
      if (!known) {
        PlanRows.write(db, plan.school(), plan.plan());
        Rows.change(db, "UPDATE calendar SET file = ? WHERE school = ?", plan.text(), school);
      }
    }
    List<Agreement> agreements = district.agreements();
    if (agreements != null) {
      Rows.change(db, "DELETE FROM agreement");
      for (Agreement agreement : agreements) {
        Rows.change(
            db,
            "INSERT INTO agreement VALUES (?, ?, ?, ?, ?)",
            agreement.number(),
            agreement.base().value(),
            agreement.network().value(),
            agreement.days().first().toString(),
            agreement.days().last().toString());
      }
    }
  }

  private static void rooms(Connection db, Premises premises) throws SQLException {
    for (Building building : premises.buildings()) {
      KioskAccount kiosk = premises.kiosk(building.kiosk()).orElseThrow();
      Rows.change(
          db,
          """
          INSERT INTO building VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)
          ON CONFLICT (id) DO UPDATE SET school_id = excluded.school_id, name = excluded.name,
            village = excluded.village, criterion_kbps = excluded.criterion_kbps,
            kiosk_id = excluded.kiosk_id, kiosk_secret = excluded.kiosk_secret,
            pepper = excluded.pepper, present = 1
          """,
          building.id().value(),
          building.school().value(),
          building.name(),
          building.village(),
          building.criterionKbps(),
          kiosk.id().value(),
          kiosk.secret(),
          kiosk.pepper());
    }
    for (var lab : premises.labs()) {
      Rows.change(
          db,
          """
          INSERT INTO lab VALUES (?, ?, ?, 1)
          ON CONFLICT (id) DO UPDATE SET building_id = excluded.building_id,
            name = excluded.name, present = 1
          """,
          lab.id().value(),
          lab.building().value(),
          lab.name());
    }
    for (var seat : premises.workstations()) {
      // service is not touched: whoever took the seat out of service knew more than the file
      Rows.change(
          db,
          """
          INSERT INTO workstation VALUES (?, ?, ?, ?, ?, ?, ?, 1)
          ON CONFLICT (id) DO UPDATE SET lab_id = excluded.lab_id, label = excluded.label,
            plan_row = excluded.plan_row, plan_column = excluded.plan_column,
            features = excluded.features, present = 1
          """,
          seat.id().value(),
          seat.lab().value(),
          seat.label(),
          seat.row(),
          seat.column(),
          seat.features().stream().map(Enum::name).collect(Collectors.joining(",")),
          seat.service().name());
    }
  }

  private static void staff(Connection db, List<Account> accounts) throws SQLException {
    Rows.change(
        db,
        "DELETE FROM staff WHERE login NOT IN (SELECT value FROM json_each(?))",
        RosterRows.array(accounts.stream().map(it -> it.staff().login()).toList()));
    Rows.change(db, "DELETE FROM staff_grant");
    for (Account account : accounts) {
      String login = account.staff().login();
      // whoever's password changed has to sign in anew
      Rows.change(
          db,
          """
          DELETE FROM staff_session WHERE login = ?1 AND NOT EXISTS (
            SELECT 1 FROM staff WHERE login = ?1 AND password_stretched = ?2)
          """,
          login,
          account.password().stretched());
      Rows.change(
          db,
          """
          INSERT INTO staff VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (login) DO UPDATE SET name = excluded.name, language = excluded.language,
            password_salt = excluded.password_salt,
            password_stretched = excluded.password_stretched
          """,
          login,
          account.staff().name(),
          account.staff().language().name().toLowerCase(Locale.ROOT),
          account.password().salt(),
          account.password().stretched());
      for (Grant grant : account.staff().grants()) {
        Rows.change(
            db,
            "INSERT OR IGNORE INTO staff_grant VALUES (?, ?, ?)",
            login,
            grant.role().name(),
            grant.school() == null ? "" : grant.school().value());
      }
    }
  }
}
