package kafedra.agent.linux;

import java.util.List;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;

/** What is used of logind's interface on the system bus. Public because proxies are made of it. */
@DBusInterfaceName("org.freedesktop.login1.Manager")
public interface LoginManager extends DBusInterface {
  @DBusMemberName("ListSessions")
  List<Item> listSessions();

  @DBusMemberName("LockSession")
  void lockSession(String id);

  @DBusMemberName("UnlockSession")
  void unlockSession(String id);

  @DBusMemberName("TerminateSession")
  void terminateSession(String id);

  @DBusMemberName("Reboot")
  void reboot(boolean interactive);

  @DBusMemberName("PowerOff")
  void powerOff(boolean interactive);

  /** One line of the list. */
  final class Item extends Struct {
    @Position(0)
    public final String id;

    @Position(1)
    public final UInt32 uid;

    @Position(2)
    public final String user;

    @Position(3)
    public final String seat;

    @Position(4)
    public final DBusPath path;

    public Item(String id, UInt32 uid, String user, String seat, DBusPath path) {
      this.id = id;
      this.uid = uid;
      this.user = user;
      this.seat = seat;
      this.path = path;
    }
  }

  /** Somebody logged in. */
  class SessionNew extends DBusSignal {
    public SessionNew(String sender, String id, DBusPath session) throws DBusException {
      super(sender, id, session);
    }
  }

  /** Somebody logged out. */
  class SessionRemoved extends DBusSignal {
    public SessionRemoved(String sender, String id, DBusPath session) throws DBusException {
      super(sender, id, session);
    }
  }

  /** The machine is about to sleep, or has woken. */
  class PrepareForSleep extends DBusSignal {
    public PrepareForSleep(String sender, boolean start) throws DBusException {
      super(sender, start);
    }
  }
}
