package kafedra.agent.linux;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** logind on the system bus. A bus that is restarted is connected to again. For one thread. */
public final class DbusLogind implements Logind {
  /** The bus of this machine. */
  public static final String SYSTEM_BUS = "unix:path=/run/dbus/system_bus_socket";

  private static final String SERVICE = "org.freedesktop.login1";
  private static final String SESSION = "org.freedesktop.login1.Session";
  private static final Logger log = LoggerFactory.getLogger(DbusLogind.class);

  private record Bus(DBusConnection connection, LoginManager manager) {}

  private final String address;
  private final Runnable changed;
  private Optional<Bus> bus = Optional.empty();
  private String complaint = "";

  /**
   * @param changed called on the bus's threads when somebody came or went, or the machine woke
   */
  public DbusLogind(String address, Runnable changed) {
    this.address = address;
    this.changed = changed;
  }

  private Bus bus() throws DBusException {
    if (bus.filter(it -> it.connection().isConnected()).isEmpty()) {
      drop();
      DBusConnection connection =
          DBusConnectionBuilder.forAddress(address).withShared(false).build();
      LoginManager manager =
          connection.getRemoteObject(SERVICE, "/org/freedesktop/login1", LoginManager.class);
      connection.addSigHandler(LoginManager.SessionNew.class, _ -> changed.run());
      connection.addSigHandler(LoginManager.SessionRemoved.class, _ -> changed.run());
      connection.addSigHandler(LoginManager.PrepareForSleep.class, _ -> changed.run());
      bus = Optional.of(new Bus(connection, manager));
    }
    return bus.orElseThrow();
  }

  @Override
  public List<LogindSession> sessions() {
    List<LogindSession> sessions = new ArrayList<>();
    ask(
        "list the sessions",
        it -> {
          for (LoginManager.Item item : it.manager().listSessions()) {
            read(it.connection(), item).ifPresent(sessions::add);
          }
        });
    return List.copyOf(sessions);
  }

  /** Empty for a session that ended since it was listed. */
  private static Optional<LogindSession> read(DBusConnection connection, LoginManager.Item item) {
    try {
      Map<String, Variant<?>> values =
          connection
              .getRemoteObject(SERVICE, item.path.getPath(), Properties.class)
              .GetAll(SESSION);
      return Optional.of(session(item, values));
    } catch (DBusExecutionException | DBusException gone) {
      log.debug("session {} is gone: {}", item.id, gone.toString());
      return Optional.empty();
    }
  }

  private static LogindSession session(LoginManager.Item item, Map<String, Variant<?>> values) {
    boolean idle = Boolean.TRUE.equals(value(values, "IdleHint"));
    return new LogindSession(
        item.id,
        item.user,
        item.uid.longValue(),
        item.seat,
        String.valueOf(value(values, "Type")),
        String.valueOf(value(values, "Class")),
        String.valueOf(value(values, "Display")),
        number(value(values, "VTNr")),
        number(value(values, "Leader")),
        Boolean.TRUE.equals(value(values, "Active"))
            ? LogindSession.Activity.ACTIVE
            : LogindSession.Activity.IN_BACKGROUND,
        Boolean.TRUE.equals(value(values, "LockedHint"))
            ? LogindSession.LockHint.LOCKED
            : LogindSession.LockHint.OPEN,
        idle
            ? Optional.of(Duration.ofNanos(1000 * number(value(values, "IdleSinceHintMonotonic"))))
            : Optional.empty());
  }

  private static Object value(Map<String, Variant<?>> values, String name) {
    Variant<?> variant = values.get(name);
    return variant == null ? "" : variant.getValue();
  }

  private static long number(Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  @Override
  public void lock(String session) {
    ask("lock " + session, it -> it.manager().lockSession(session));
  }

  @Override
  public void unlock(String session) {
    ask("unlock " + session, it -> it.manager().unlockSession(session));
  }

  @Override
  public void terminate(String session) {
    ask("end " + session, it -> it.manager().terminateSession(session));
  }

  @Override
  public void restart() {
    ask("restart", it -> it.manager().reboot(false));
  }

  @Override
  public void powerOff() {
    ask("shut down", it -> it.manager().powerOff(false));
  }

  private void ask(String what, Consumer<Bus> question) {
    try {
      question.accept(bus());
      complaint = "";
    } catch (DBusExecutionException refused) {
      complain(what + " was refused: " + refused.getMessage());
    } catch (DBusException unreachable) {
      complain("the system bus does not answer: " + unreachable);
    }
  }

  /** Says it once, not every second. */
  private void complain(String what) {
    if (!what.equals(complaint)) {
      log.warn("{}. Without an answer the seat is taken for absent.", what);
      complaint = what;
    }
  }

  private void drop() {
    bus.ifPresent(it -> {
      try {
        it.connection().close();
      } catch (IOException alreadyBroken) {
        log.debug("the bus was broken already: {}", alreadyBroken.toString());
      }
    });
    bus = Optional.empty();
  }

  @Override
  public void close() {
    drop();
  }
}
