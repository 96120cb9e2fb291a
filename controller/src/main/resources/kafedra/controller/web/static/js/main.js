// The way in: who is there, which pages are theirs, and which page is open now.

import { askQuietly, get, onSignedOut, remove } from "./api.js";
import { bringPictograms, h, show } from "./dom.js";
import { speak, t, wasChosen } from "./i18n.js";
import { pagesOf, schoolsOf } from "./access.js";
import { openPage } from "./page.js";
import { shell } from "./shell.js";
import { signIn } from "./pages/sign-in.js";
import { findBookings } from "./parts/find-bookings.js";
import { onKey } from "./parts/keys.js";
import { problemCard } from "./parts/notice.js";

const SCHOOL_KEPT = "kafedra.school";
const app = document.getElementById("app");

let me = null;
let schools = [];
let frame = null;
let closePage = () => {};
let schoolShown = null;

onSignedOut(() => leave(t("sign-in.ran-out")));
window.addEventListener("hashchange", route);
onKey("Slash", false, () => mayFind() && find());
bringPictograms().catch((lost) => console.warn("the pictograms did not come", lost));
start();

async function start() {
  try {
    await enter(await askQuietly("/session"));
  } catch (problem) {
    if (problem.status === 401) {
      askToSignIn();
    } else {
      show(app, h("main", { class: "entry" }, problemCard(problem, start)));
    }
  }
}

function askToSignIn(remark) {
  me = null;
  frame = null;
  document.title = t("brand");
  signIn(app, { remark, onEntered: enter, onLanguage: (language) => (speak(language), askToSignIn(remark)) });
}

async function enter(who) {
  me = who;
  if (!wasChosen()) {
    speak(who.language);
  }
  schools = await get("/schools");
  draw();
}

function leave(remark) {
  if (me) {
    closePage();
    closePage = () => {};
    askToSignIn(remark);
  }
}

async function signOut() {
  await remove("/session").catch((problem) => console.warn("sign-out was not heard", problem.code));
  leave(null);
}

function draw() {
  frame = shell(app, {
    me,
    pages: pagesOf(me),
    onSchool: (school) => {
      localStorage.setItem(SCHOOL_KEPT, school);
      route();
    },
    onLanguage: (language) => {
      speak(language);
      draw();
    },
    onSignOut: signOut,
    onFind: mayFind() && find,
  });
  route();
}

const mayFind = () => me !== null && pagesOf(me).some((page) => page.name === "day");

function find() {
  const own = schoolsOf(me, schools, ["LIBRARIAN"]);
  const school = own.find((one) => one.id === schoolShown) ?? own[0];
  school && findBookings(school);
}

function route() {
  if (!me) {
    return;
  }
  closePage();
  closePage = () => {};
  const [name, query] = location.hash.replace(/^#\/?/, "").split("?");
  const pages = pagesOf(me);
  const page = pages.find((one) => one.name === name) ?? pages[0];
  if (!page) {
    frame.nothing(t("shell.no-pages"));
    return;
  }
  const choice = schoolsOf(me, schools, page.roles);
  const school = choice.find((one) => one.id === localStorage.getItem(SCHOOL_KEPT)) ?? choice[0];
  schoolShown = school?.id ?? null;
  frame.point(page, page.wide ? [] : choice, school);
  if (!school) {
    frame.nothing(t("shell.no-pages"));
    return;
  }
  const has = (wanted) => pages.some((one) => one.name === wanted);
  closePage = openPage(frame, page, { me, school, schools: choice, params: new URLSearchParams(query), has });
}
