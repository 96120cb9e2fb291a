// Which pages a role has. The controller decides what may be read; this only spares people doors that are locked.

export const ROLES = ["LIBRARIAN", "SYSADMIN", "COORDINATOR"];

/** Every page, the first of a role being where it begins: its name in the address, the roles it is for, its pictogram, and whether it spans the schools. */
const PAGES = [
  { name: "room", roles: ["LIBRARIAN"], icon: "room" },
  { name: "book", roles: ["LIBRARIAN"], icon: "book" },
  { name: "class", roles: ["LIBRARIAN"], icon: "group" },
  { name: "day", roles: ["LIBRARIAN"], icon: "day" },
  { name: "week", roles: ["LIBRARIAN"], icon: "week" },
  { name: "people", roles: ["LIBRARIAN"], icon: "people" },
  { name: "usage", roles: ["COORDINATOR"], icon: "usage", wide: true },
  { name: "calendar", roles: ["LIBRARIAN", "COORDINATOR"], icon: "calendar" },
  { name: "events", roles: ["LIBRARIAN", "COORDINATOR"], icon: "webcam", wide: true },
  { name: "devices", roles: ["SYSADMIN"], icon: "devices", wide: true },
  { name: "lines", roles: ["SYSADMIN", "COORDINATOR"], icon: "lines", wide: true },
  { name: "intake", roles: ["SYSADMIN"], icon: "intake", wide: true },
  { name: "rules", roles: ["LIBRARIAN", "COORDINATOR"], icon: "shield" },
  { name: "timetable", roles: ["LIBRARIAN", "COORDINATOR"], icon: "clock" },
  { name: "import", roles: ["LIBRARIAN", "SYSADMIN"], icon: "import" },
];

/** The pages of somebody's roles, each with the first role that opens it. */
export function pagesOf(me) {
  const granted = ROLES.filter((role) => me.grants.some((grant) => grant.role === role));
  return PAGES.map((page) => ({ ...page, role: page.roles.find((role) => granted.includes(role)) })).filter((page) => page.role);
}

/** The schools in which somebody holds one of these roles. */
export function schoolsOf(me, schools, roles) {
  const grants = me.grants.filter((grant) => roles.includes(grant.role));
  const all = grants.some((grant) => grant.school === null);
  return schools.filter((school) => all || grants.some((grant) => grant.school === school.id));
}
