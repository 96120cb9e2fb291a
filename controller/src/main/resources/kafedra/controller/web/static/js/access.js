// Which pages a role has. The controller decides what may be read; this only spares people doors that are locked.

/** Every page: its name in the address, the role it is for, its pictogram, and whether it spans the schools. */
const PAGES = [
  { name: "room", role: "LIBRARIAN", icon: "room", file: "room" },
  { name: "book", role: "LIBRARIAN", icon: "book", file: "book" },
  { name: "day", role: "LIBRARIAN", icon: "day", file: "day" },
  { name: "people", role: "LIBRARIAN", icon: "people", file: "people" },
  { name: "import", role: "LIBRARIAN", icon: "import", file: "import" },
  { name: "devices", role: "SYSADMIN", icon: "devices", file: "devices", wide: true },
  { name: "lines", role: "SYSADMIN", icon: "lines", file: "lines", wide: true },
  { name: "intake", role: "SYSADMIN", icon: "intake", file: "intake", wide: true },
  { name: "usage", role: "COORDINATOR", icon: "usage", file: "usage", wide: true },
];

export const ROLES = ["LIBRARIAN", "SYSADMIN", "COORDINATOR"];

export function mainGranted(me) {
  return ROLES.filter((role) => me.grants.some((grant) => grant.role === role));
}

export function pagesOf(me) {
  const granted = mainGranted(me);
  return PAGES.filter((page) => granted.includes(page.role));
}

/** The schools in which somebody holds a role. */
export function schoolsOf(me, schools, role) {
  const grants = me.grants.filter((grant) => grant.role === role);
  const all = grants.some((grant) => grant.school === null);
  return schools.filter((school) => all || grants.some((grant) => grant.school === school.id));
}
