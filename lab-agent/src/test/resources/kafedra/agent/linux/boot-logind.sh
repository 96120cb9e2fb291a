#!/bin/sh
# Boots systemd with the system bus and logind over a throw-away copy of this machine's root, in namespaces of its own.
# Argument: a folder of the test. Everything mounted and changed here vanishes with the last process in it.
set -eu
folder=$1
mount --make-rprivate /
mount -t tmpfs none "$folder"
mkdir "$folder/changes" "$folder/work" "$folder/root"
root=$folder/root
mount -t overlay overlay -o "lowerdir=/,upperdir=$folder/changes,workdir=$folder/work" "$root"
mount -t proc proc "$root/proc"
mount -t sysfs sysfs "$root/sys"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
mount -t tmpfs tmpfs "$root/run"
mount -t tmpfs tmpfs "$root/tmp"
mount --rbind /dev "$root/dev"

units=$root/etc/systemd/system
rm -rf "$units"
mkdir -p "$units"
cat >"$units/desktop.target" <<'END'
[Unit]
Requires=dbus.service systemd-logind.service
After=dbus.service systemd-logind.service
DefaultDependencies=no
END
ln -s desktop.target "$units/default.target"
# The tests cut no power: reboot and shutdown are only noted.
for verb in reboot poweroff; do
  cat >"$units/$verb.target" <<END
[Unit]
DefaultDependencies=no
Requires=noted-$verb.service
END
  cat >"$units/noted-$verb.service" <<END
[Unit]
DefaultDependencies=no
[Service]
Type=oneshot
ExecStart=/bin/touch /run/noted-$verb
END
done
# The first virtual terminal is the one that is seen.
terminal=0
for kind in x11 tty greeter; do
  terminal=$((terminal + 1))
  class=user
  type=$kind
  if [ "$kind" = greeter ]; then
    class=greeter
    type=x11
  fi
  cat >"$units/session-$kind.service" <<END
[Unit]
DefaultDependencies=no
[Service]
PAMName=kafedra-test
User=pupil
Environment=XDG_SEAT=seat0 XDG_SESSION_CLASS=$class XDG_SESSION_TYPE=$type XDG_VTNR=$terminal DISPLAY=:0
ExecStart=/bin/sleep infinity
END
done
mkdir -p "$root/etc/pam.d"
cat >"$root/etc/pam.d/kafedra-test" <<'END'
auth required pam_permit.so
account required pam_permit.so
session required pam_systemd.so
END
echo 'pupil:x:47110:47110::/tmp:/bin/sh' >>"$root/etc/passwd"
echo 'pupil:x:47110:' >>"$root/etc/group"
exec env -i container=kafedra PATH=/usr/sbin:/usr/bin:/sbin:/bin \
  chroot "$root" /lib/systemd/systemd --log-target=null --show-status=no
