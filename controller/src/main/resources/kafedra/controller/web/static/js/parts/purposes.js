// What seats are booked for; the purpose counts in the reports, and nothing displaces an examination.

export const PURPOSES = ["LESSON", "ELECTIVE", "EXAM", "EXAM_PREPARATION", "PROJECT", "MISSED_LESSON", "SELF_STUDY", "WEBINAR", "EVENT", "MAINTENANCE", "OTHER"];

/** What may be booked without a name: the whole room, for what is nobody's lesson. */
const FOR_NOBODY = ["EVENT", "WEBINAR", "MAINTENANCE", "OTHER"];

export const purposesFor = (holder) => (holder === "lab" ? FOR_NOBODY : PURPOSES);

/** What is usual for one person, for a group, and for a whole room. */
export const purposeFor = (holder) => ({ person: "SELF_STUDY", group: "LESSON", lab: "EVENT" })[holder];
